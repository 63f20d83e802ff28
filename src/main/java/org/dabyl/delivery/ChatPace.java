package org.dabyl.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dabyl.store.Bucket;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The pace of each single chat, over all instances, for answers, boards and edits, so that nobody who taps without end brings a 429
 * upon the bot. Dispatches do not ask at the first try: they bring one message to a chat, and the places below leave room for it. Where
 * that is not enough, Telegram's 429 does not say whether it is for the chat or for the whole bot; to a chat that has just had much of
 * its burst it is taken for the chat's, and only that chat waits. Were it the bot's, the next message to any other chat tells so.
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

    /** A longer wait is for the whole bot: chats regain a message a second. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

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

    /** Takes a place of each of these chats of one bot, in one step; how long there is none, for each where there was none. */
    List<Duration> take(List<Address> chats) {
        return Bucket.book(
                redis,
                chats.stream()
                        .map(to -> new Bucket.Wish(to.passingKey("chat"), bucket(to), Duration.ZERO))
                        .toList());
    }

    /**
     * How long somebody who is tried again has to wait for the chat's place. Two messages that were refused would else be tried in
     * each other's wait, and lengthen it for ever. At the first try nobody is asked: it would cost every recipient a step.
     */
    Duration held(Address to, int attempt) {
        try {
            return attempt > 1 ? take(List.of(to)).getFirst() : Duration.ZERO;
        } catch (DataAccessException e) {
            return Duration.ZERO;
        }
    }

    /** Whether a 429 to a dispatch is taken for the chat's own, which then waits for so long; false also where that is not known. */
    boolean own(Address to, Outcome.Wait wait) {
        try {
            boolean own = wait.time().compareTo(LONGEST) <= 0 && crowded(to);
            if (own) {
                bucket(to).holdBack(redis, to.passingKey("chat"), wait.time());
            }
            return own;
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** Whether the chat has just had more than half of its burst. */
    private boolean crowded(Address to) {
        Bucket bucket = bucket(to);
        long half = bucket.interval().multipliedBy(bucket.size()).toMillis() / 2;
        return redis.getExpire(to.passingKey("chat"), TimeUnit.MILLISECONDS) > half;
    }

    private Bucket bucket(Address to) {
        return messenger.group(to) ? GROUP : PERSON;
    }
}
