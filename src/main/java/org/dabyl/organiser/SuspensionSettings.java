package org.dabyl.organiser;

import java.time.Duration;
import org.dabyl.store.Life;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How two organisers cut off a third.
 *
 * @param within how long the wish of the first waits for the second, at most 30 min
 */
@ConfigurationProperties("dabyl.suspension")
public record SuspensionSettings(@DefaultValue("30m") Duration within) {

    public SuspensionSettings {
        if (!within.isPositive() || within.compareTo(Life.WISH.time()) > 0) {
            throw new IllegalArgumentException("dabyl.suspension.within must be at most "
                    + Life.WISH.time().toMinutes() + "m, for no wish is kept for longer");
        }
    }
}
