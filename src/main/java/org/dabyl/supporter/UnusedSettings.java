package org.dabyl.supporter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of registrations that nobody uses.
 *
 * @param after how long somebody has to be silent to be asked whether to keep them, counted in days and to the month
 * @param answer how long they have to answer before they are erased, in days
 */
@ConfigurationProperties("dabyl.unused")
public record UnusedSettings(
        @DefaultValue("365d") Duration after,
        @DefaultValue("30d") Duration answer) {

    public UnusedSettings {
        if (after.toDays() < 1 || answer.toDays() < 1) {
            throw new IllegalArgumentException("dabyl.unused.after and dabyl.unused.answer must be days, such as 365d");
        }
    }
}
