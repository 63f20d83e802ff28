package org.dabyl.turnout;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people who were called are asked again, each once for an alert.
 *
 * @param silentAfter how long after their card should have come who did not answer is reminded
 * @param lateAfter how long after the time they said who is not there is asked whether they still come; in whole minutes
 */
@ConfigurationProperties("dabyl.reminders")
public record ReminderSettings(
        @DefaultValue("5m") Duration silentAfter,
        @DefaultValue("10m") Duration lateAfter) {

    public ReminderSettings {
        if (!silentAfter.isPositive() || !lateAfter.isPositive()) {
            throw new IllegalArgumentException(
                    "dabyl.reminders.silent-after and dabyl.reminders.late-after must be times, such as 5m");
        }
    }
}
