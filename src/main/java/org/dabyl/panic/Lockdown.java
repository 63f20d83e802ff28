package org.dabyl.panic;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.store.Script;
import org.dabyl.timetable.Timetable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Whether everything stands still. While it does, no sender claims, no step begins, and only what {@link org.dabyl.delivery.Post#vital}
 * says goes out, on every instance: the scripts that hand out the work look at these keys. What is under way at the moment of locking,
 * at most what the pace allows in a second, still arrives.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:locked</td><td>string</td><td>since when, ms</td><td>until unlocked</td></tr>
 * <tr><td>{bot}:locked</td><td>string</td><td>the same, for the scripts in the bot's slot</td><td>until unlocked</td></tr>
 * </table>
 */
@Component
public final class Lockdown {

    private static final String KEY = Timetable.LOCKED;
    private static final Script<Long> LOCK = Script.beside(Lockdown.class, "lock.lua", Long.class);
    private static final Script<Long> LIFT = Script.beside(Lockdown.class, "lift.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Clock clock;
    private volatile boolean locked;

    Lockdown(StringRedisTemplate redis, Fleet fleet, Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.clock = clock;
    }

    /** Locks; nothing changes where it is locked already. */
    public void lock() {
        LOCK.run(redis, List.of(KEY), clock.millis());
        locked = true;
        reconcile();
    }

    /** Unlocks: what waited goes on, as far as it is not too old. */
    public void unlock() {
        redis.delete(KEY);
        reconcile();
        locked = false;
    }

    /** Whether it is locked, as far as this instance knows: at most a quarter of a second old. */
    public boolean locked() {
        return locked;
    }

    /** Since when it is locked; empty where it is not. */
    public Optional<Instant> since() {
        return Optional.ofNullable(redis.opsForValue().get(KEY)).map(ms -> Instant.ofEpochMilli(Long.parseLong(ms)));
    }

    void saw(boolean nowLocked) {
        locked = nowLocked;
    }

    /** Brings the keys of the bots into line with the one that counts, also where an instance died between them. */
    void reconcile() {
        fleet.bots().forEach(this::reconcile);
    }

    private void reconcile(BotId bot) {
        // in this order: the bot's is written after the one that counts, so where that is gone, this one is over
        String there = redis.opsForValue().get(bot.key("locked"));
        String counts = redis.opsForValue().get(KEY);
        if (counts != null && there == null) {
            // unlocked in this very moment it would be locked until the next look, which takes it away
            LOCK.run(redis, List.of(bot.key("locked")), counts);
        } else if (counts == null && there != null) {
            LIFT.run(redis, List.of(bot.key("locked")), there);
        }
    }
}
