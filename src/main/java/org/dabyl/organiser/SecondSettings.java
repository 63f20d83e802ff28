package org.dabyl.organiser;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether an alert for more than one district needs a second organiser.
 *
 * @param enabled whether it does, where there is another one who may call there
 * @param within how long the second one has to agree
 */
@ConfigurationProperties("dabyl.alert.second")
public record SecondSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5m") Duration within) {

    public SecondSettings {
        if (!within.isPositive()) {
            throw new IllegalArgumentException("dabyl.alert.second.within must be a time, such as 5m");
        }
    }
}
