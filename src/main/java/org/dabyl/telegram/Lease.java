package org.dabyl.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dabyl.delivery.BotId;
import org.dabyl.store.Script;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The right to receive for one bot: one instance has it, until it gives no sign of life.
 *
 * <table>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{bot}:receiver</td><td>string</td><td>a random name of the owner</td><td>the lease</td></tr>
 * </table>
 *
 * <p>A clock that is set back can make two instances believe that they have it. What they poll is then a conflict at Telegram,
 * and {@link Intake} stores for the one that Redis knows.
 */
final class Lease {

    private static final Script<Long> TAKE = Script.beside(Lease.class, "lease.lua", Long.class);
    private static final Script<Long> RELEASE = Script.beside(Lease.class, "release.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Clock clock;
    private final Duration time;
    private final String key;
    private final String owner = UUID.randomUUID().toString();
    private volatile Instant since = Instant.EPOCH;
    private volatile Instant until = Instant.EPOCH;
    private volatile boolean inDoubt;
    private final AtomicInteger term = new AtomicInteger();

    Lease(StringRedisTemplate redis, Clock clock, BotId bot, Duration time) {
        this.redis = redis;
        this.clock = clock;
        this.time = time;
        this.key = key(bot);
    }

    static String key(BotId bot) {
        return bot.key("receiver");
    }

    String owner() {
        return owner;
    }

    /** Whether this instance receives, as far as it knows without asking Redis. */
    boolean held() {
        return clock.instant().isBefore(until);
    }

    /** Which time of holding this is; another one where somebody else may have held it in between. */
    int term() {
        return term.get();
    }

    /** Whether it has been held for at least that long; shorter, and the owner before may still be in the middle of a poll. */
    boolean heldFor(Duration span) {
        return held() && !clock.instant().isBefore(since.plus(span));
    }

    /** Whether it has run out because Redis cannot prolong it: as far as anybody knows nobody else has it. */
    boolean inDoubt() {
        return inDoubt && !held();
    }

    /** Takes or prolongs it; called by one thread. Where Redis cannot be asked it runs out by itself. */
    void take() {
        Instant asked = clock.instant();
        boolean heldBefore = held();
        if (ask()) {
            if (!heldBefore) {
                since = asked;
                term.incrementAndGet();
            }
            // from before the call: it must not end here later than it does there
            until = asked.plus(time);
        } else {
            lost();
        }
    }

    private boolean ask() {
        try {
            boolean mine = TAKE.run(redis, List.of(key), owner, time.toMillis()) == 1;
            inDoubt = false;
            return mine;
        } catch (DataAccessException e) {
            inDoubt = !until.equals(Instant.EPOCH);
            throw e;
        }
    }

    void lost() {
        inDoubt = false;
        until = Instant.EPOCH;
    }

    /** Gives it back, so that another instance need not wait. */
    void release() {
        lost();
        RELEASE.run(redis, List.of(key), owner);
    }
}
