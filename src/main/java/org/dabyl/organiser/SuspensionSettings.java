package org.dabyl.organiser;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How two organisers cut off a third.
 *
 * @param within how long the wish of the first waits for the second
 */
@ConfigurationProperties("dabyl.suspension")
public record SuspensionSettings(@DefaultValue("30m") Duration within) {

    public SuspensionSettings {
        if (!within.isPositive()) {
            throw new IllegalArgumentException("dabyl.suspension.within must be a time, such as 30m");
        }
    }
}
