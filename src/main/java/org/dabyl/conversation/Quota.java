package org.dabyl.conversation;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.store.Bucket;
import org.dabyl.store.Bucket.Wish;
import org.dabyl.store.Together;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * How much one person may make the bot say, and how much all of a kind together, over all instances: strangers must not spend the
 * pace that the calls need, however many they are.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{bot}:quota:&lt;digest of the sealed chat&gt;</td><td>string</td><td>when all that was said is forgotten, in µs of
 * Redis</td><td>until then: 2 s for each thing said</td></tr>
 * <tr><td>{bot}:quota:&lt;strangers, newcomers, guests or registrations&gt;</td><td>string</td><td>the same for all of them; names
 * nobody</td><td>until then</td></tr>
 * </table>
 */
@Component
final class Quota {

    /** Those who share a quota among all of them. */
    enum All {
        STRANGERS,
        NEWCOMERS,
        GUESTS,
        REGISTRATIONS
    }

    private final Together<BotId, Wish, Duration> wishes;
    private final Map<All, Bucket> all;
    private final Bucket stranger;
    private final Bucket supporter;
    private final Bucket organiser;

    Quota(StringRedisTemplate redis, QuotaSettings settings) {
        this.wishes = new Together<>((bot, all) -> Bucket.book(redis, all));
        this.stranger = new Bucket(settings.stranger(), settings.refill());
        this.supporter = new Bucket(settings.supporter(), settings.refill());
        this.organiser = new Bucket(settings.organiser(), settings.refill());
        this.all = Map.of(
                All.STRANGERS,
                new Bucket(settings.strangers(), settings.allRefill()),
                All.NEWCOMERS,
                new Bucket(settings.newcomers(), settings.allRefill()),
                All.GUESTS,
                new Bucket(settings.guests(), settings.allRefill()),
                All.REGISTRATIONS,
                new Bucket(settings.registrations(), settings.registrationsRefill()));
    }

    /** Counts one thing that one of all of them said or did; false where it is one too many. */
    boolean allows(All kind, BotId bot) {
        String key = bot.key("quota:" + kind.name().toLowerCase(Locale.ROOT));
        return wishes.ask(bot, new Wish(key, Objects.requireNonNull(all.get(kind)), Duration.ZERO))
                .isZero();
    }

    /** Counts one thing said; false where it is one too many. */
    boolean allows(Address person, boolean registered, boolean organises) {
        Bucket bucket = organises ? organiser : registered ? supporter : stranger;
        return wishes.ask(person.bot(), new Wish(person.passingKey("quota"), bucket, Duration.ZERO))
                .isZero();
    }
}
