package org.dabyl.fleet;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the fleet is looked after.
 *
 * @param probe how often a bot that is out of service is tried again
 */
@ConfigurationProperties("dabyl.fleet")
public record FleetSettings(@DefaultValue("1m") Duration probe) {}
