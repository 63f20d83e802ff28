package org.dabyl.organiser;

import java.time.Duration;
import org.dabyl.store.Life;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether an alert for more than one district needs a second organiser.
 *
 * @param enabled whether it does, where there is another one who may call there
 * @param within how long the second one has to agree, at most an hour
 */
@ConfigurationProperties("dabyl.alert.second")
public record SecondSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5m") Duration within) {

    public SecondSettings {
        if (!within.isPositive() || within.compareTo(Life.DRAFT.time()) > 0) {
            throw new IllegalArgumentException("dabyl.alert.second.within must be at most "
                    + Life.DRAFT.time().toMinutes() + "m, for no draft is kept for longer");
        }
    }
}
