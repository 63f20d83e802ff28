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
 * @param strangers what all strangers of a bot together may say at once in their chats and be answered
 * @param newcomers the same for those who registered on this day or the day before; what they answer to alerts is not counted
 * @param guests how often those who are not registered may press at once in channels and groups, where nothing is said to them
 * @param allRefill after which one more of each of these is taken: two thirds of Telegram's pace, of which they get a third while calls go out
 * @param registrations how many may register at a bot at once
 * @param registrationsRefill after which one more may: 172,800 a day, which Redis holds in 50 MB
 */
@ConfigurationProperties("dabyl.quota")
record QuotaSettings(
        @DefaultValue("20") int stranger,
        @DefaultValue("40") int supporter,
        @DefaultValue("100") int organiser,
        @DefaultValue("1s") Duration refill,
        @DefaultValue("200") int strangers,
        @DefaultValue("1000") int newcomers,
        @DefaultValue("5000") int guests,
        @DefaultValue("50ms") Duration allRefill,
        @DefaultValue("20000") int registrations,
        @DefaultValue("500ms") Duration registrationsRefill) {

    QuotaSettings {
        int most = Math.max(organiser, Math.max(supporter, stranger));
        if (refill.multipliedBy(most).compareTo(Life.QUOTA.time()) > 0) {
            throw new IllegalArgumentException("dabyl.quota: the largest number times the refill is longer than "
                    + Life.QUOTA.time().toHours() + " hours, for which nobody may be remembered");
        }
    }
}
