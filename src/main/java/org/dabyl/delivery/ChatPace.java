package org.dabyl.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.dabyl.store.Bucket;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The pace of each single chat, over all instances, for answers and boards. Dispatches do not ask: they bring one message to a
 * chat, and the places below leave room for it. Where that is not enough, Telegram's 429 does not say whether it is for the chat or
 * for the whole bot; to a chat that has just had much of its burst it is taken for the chat's. Were it the bot's, the next message
 * to any other chat tells so.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{bot}:chat:&lt;digest of the sealed chat&gt;</td><td>string</td><td>when the chat takes a whole burst again, in µs of
 * Redis</td><td>until then: seconds, for a group at most a minute more than what waits</td></tr>
 * </table>
 */
record ChatPace(StringRedisTemplate redis, Messenger messenger) {

    /** One message a second, short bursts pass (Bot FAQ); where the burst ends is not told, 5 were seen to pass. */
    private static final Bucket PERSON = new Bucket(4, Duration.ofSeconds(1));

    /** At most 20 messages a minute (Bot FAQ): 5 at once and 15 more in any 60 s. */
    private static final Bucket GROUP = new Bucket(5, Duration.ofSeconds(4));

    /** Waits for the chat's next place, in the order of asking; false, at once, where that would take longer than the patience. */
    boolean await(Address to, Duration patience) throws InterruptedException {
        Duration most = patience.isNegative() ? Duration.ZERO : patience;
        Duration wait = bucket(to).book(redis, to.passingKey("chat"), most);
        if (wait.compareTo(most) > 0) {
            return false;
        }
        Thread.sleep(wait);
        return true;
    }

    /** Whether the chat has just had more than half of its burst. */
    boolean crowded(Address to) {
        Bucket bucket = bucket(to);
        long half = bucket.interval().multipliedBy(bucket.size()).toMillis() / 2;
        return redis.getExpire(to.passingKey("chat"), TimeUnit.MILLISECONDS) > half;
    }

    private Bucket bucket(Address to) {
        return messenger.group(to) ? GROUP : PERSON;
    }
}
