package org.dabyl.organiser;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How organisers are told of each other's acts.
 *
 * @param pause how long after one message the next may follow; all that is done meanwhile is in it
 */
@ConfigurationProperties("dabyl.acts")
public record ActSettings(@DefaultValue("1m") Duration pause) {

    public ActSettings {
        if (!pause.isPositive()) {
            throw new IllegalArgumentException("dabyl.acts.pause must be a time, such as 1m");
        }
    }
}
