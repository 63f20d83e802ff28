package org.dabyl.conversation;

import java.time.Duration;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.store.Bucket;
import org.dabyl.store.Bucket.Wish;
import org.dabyl.store.Together;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * How much one person may make the bot say, over all instances: strangers must not spend the pace that the calls need.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{bot}:quota:&lt;digest of the sealed chat&gt;</td><td>string</td><td>when all that was said is forgotten, in µs of
 * Redis</td><td>until then: 2 s for each thing said</td></tr>
 * </table>
 */
@Component
final class Quota {

    private final Together<BotId, Wish, Duration> wishes;
    private final Bucket stranger;
    private final Bucket supporter;
    private final Bucket organiser;

    Quota(StringRedisTemplate redis, QuotaSettings settings) {
        this.wishes = new Together<>((bot, all) -> Bucket.book(redis, all));
        this.stranger = new Bucket(settings.stranger(), settings.refill());
        this.supporter = new Bucket(settings.supporter(), settings.refill());
        this.organiser = new Bucket(settings.organiser(), settings.refill());
    }

    /** Counts one thing said; false where it is one too many. */
    boolean allows(Address person, boolean registered, boolean organises) {
        Bucket bucket = organises ? organiser : registered ? supporter : stranger;
        return wishes.ask(person.bot(), new Wish(person.passingKey("quota"), bucket, Duration.ZERO))
                .isZero();
    }
}
