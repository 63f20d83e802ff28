package org.dabyl.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The times of a shift.
 *
 * @param reminder how long before its begin the watcher is reminded
 * @param grace how long after its begin the watcher has to report in
 */
@ConfigurationProperties("dabyl.watch")
public record WatchSettings(
        @DefaultValue("1h") Duration reminder,
        @DefaultValue("10m") Duration grace) {

    public WatchSettings {
        if (!reminder.isPositive() || !grace.isPositive()) {
            throw new IllegalArgumentException("dabyl.watch.reminder and dabyl.watch.grace must be times, such as 10m");
        }
    }
}
