package org.dabyl.conversation;

import java.time.Duration;
import org.dabyl.store.Life;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many things one person may say at once before the bot falls silent; 1 to a million each.
 *
 * @param stranger who is neither registered nor an organiser; registering takes fewer than five
 * @param supporter who is registered
 * @param organiser who may call
 * @param refill after which one more thing may be said, for everybody
 */
@ConfigurationProperties("dabyl.quota")
record QuotaSettings(
        @DefaultValue("20") int stranger,
        @DefaultValue("40") int supporter,
        @DefaultValue("100") int organiser,
        @DefaultValue("1s") Duration refill) {

    QuotaSettings {
        int most = Math.max(organiser, Math.max(supporter, stranger));
        if (refill.multipliedBy(most).compareTo(Life.QUOTA.time()) > 0) {
            throw new IllegalArgumentException("dabyl.quota: the largest number times the refill is longer than "
                    + Life.QUOTA.time().toHours() + " hours, for which nobody may be remembered");
        }
    }
}
