package org.dabyl.turnout;

import java.time.Duration;
import org.dabyl.alert.Plan;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an alert widens by itself.
 *
 * @param after how long a ring has to answer, from when its card should be out
 * @param enough how many coming or there are enough where an organiser set no number
 */
@ConfigurationProperties("dabyl.rings")
public record RingSettings(
        @DefaultValue("3m") Duration after,
        @DefaultValue("10") int enough) {

    public RingSettings {
        if (!after.isPositive()) {
            throw new IllegalArgumentException("dabyl.rings.after (DABYL_RINGS_AFTER) must be a time, such as 3m");
        }
        if (enough < 1) {
            throw new IllegalArgumentException("dabyl.rings.enough (DABYL_RINGS_ENOUGH) must be 1 or more");
        }
    }

    /** Whether so few come or are there that more are called. */
    boolean tooFew(Plan plan, Tally tally) {
        return tally.present() < (plan.needed() > 0 ? plan.needed() : enough);
    }
}
