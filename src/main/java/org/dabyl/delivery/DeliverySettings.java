package org.dabyl.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages go out.
 *
 * @param rate messages a second and bot, 1 to 1000, that a broadcast keeps to; in no second are there more than {@code rate + 1}, answers to
 *     people included. Telegram's limit is about 30 (Bot FAQ), so 29.
 * @param lease how long after the last sign of life of an instance another one sends what it had under way, at least 1 s; an
 *     instance gives four signs in that time, so a call to Telegram may take longer
 */
@ConfigurationProperties("dabyl")
public record DeliverySettings(
        @DefaultValue("29") double rate,
        @DefaultValue("10s") Duration lease) {

    private static final double HIGHEST_RATE = 1000;

    public DeliverySettings {
        if (!(rate >= 1 && rate <= HIGHEST_RATE)) {
            throw new IllegalArgumentException("dabyl.rate (DABYL_RATE) must be a number from 1 to 1000");
        }
    }
}
