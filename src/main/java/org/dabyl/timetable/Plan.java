package org.dabyl.timetable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * What is due when, and what is being run, for the whole fleet. All times are ms since 1970: what is due goes by the program's clock,
 * leases by that of Redis, so that instances whose clocks differ do not take each other's steps.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{@code {dabyl}:due}</td><td>sorted set</td><td>{@code kind|subject} by when it is due</td><td>until claimed</td></tr>
 * <tr><td>{@code {dabyl}:due:leased}</td><td>sorted set</td><td>{@code kind|subject} by the end of its lease</td><td>until done</td></tr>
 * <tr><td>{@code {dabyl}:due:tries}</td><td>hash</td><td>{@code kind|subject} to how often it failed</td><td>until done or cancelled</td></tr>
 * </table>
 *
 * <p>The due and the leased are kept apart, so that a step planned again while it runs is neither lost nor run beside itself.
 */
final class Plan {

    /** How many steps an instance takes at once. */
    static final int BATCH = 32;

    private static final String LEASED = Timetable.KEY + ":leased";
    private static final String TRIES = Timetable.KEY + ":tries";
    private static final List<String> KEYS = List.of(Timetable.KEY, LEASED, TRIES);

    @SuppressWarnings("rawtypes")
    private static final Script<List> CLAIM = Script.beside(Plan.class, "claim.lua", List.class);

    private static final Script<Long> PROLONG = Script.beside(Plan.class, "prolong.lua", Long.class);
    private static final Script<Long> DONE = Script.beside(Plan.class, "done.lua", Long.class);
    private static final Script<Long> FAILED = Script.beside(Plan.class, "failed.lua", Long.class);
    private static final Script<Long> AT = Script.beside(Plan.class, "at.lua", Long.class);
    private static final Script<Long> CANCEL = Script.beside(Plan.class, "cancel.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Duration lease;
    private final Duration backoff;

    Plan(StringRedisTemplate redis, Duration lease, Duration backoff) {
        this.redis = redis;
        this.lease = lease;
        this.backoff = backoff;
    }

    void at(String member, long due) {
        AT.run(redis, List.of(Timetable.KEY), member, due);
    }

    void cancel(String member) {
        CANCEL.run(redis, List.of(Timetable.KEY, TRIES), member);
    }

    /** Whether it is due some time, or leased. */
    boolean holds(String member) {
        // what is leased comes back to the due ones, so these are looked at after them
        return List.of(Timetable.KEY, LEASED, Timetable.KEY).stream()
                .anyMatch(key -> redis.opsForZSet().score(key, member) != null);
    }

    /** Up to {@link #BATCH} steps that are due and run nowhere else, the longest due first. */
    List<Claim> claim(long now) {
        List<?> answer =
                CLAIM.run(redis, List.of(Timetable.KEY, LEASED, Timetable.LOCKED), now, lease.toMillis(), BATCH);
        long ends = (Long) answer.getFirst();
        List<Claim> claims = new ArrayList<>();
        answer.subList(1, answer.size()).forEach(member -> claims.add(new Claim((String) member, ends)));
        return claims;
    }

    /** The claim with a lease that begins now; the same where it was lost to another. */
    Claim prolong(Claim claim) {
        long ends = PROLONG.run(redis, KEYS.subList(1, 2), claim.member(), claim.lease(), lease.toMillis());
        return ends == 0 ? claim : new Claim(claim.member(), ends);
    }

    void done(Claim claim) {
        DONE.run(redis, KEYS.subList(1, 3), claim.member(), claim.lease());
    }

    /** Has it tried again, after a while that grows with each failure up to twelve times the first. */
    void failed(Claim claim, long now) {
        FAILED.run(redis, KEYS, claim.member(), claim.lease(), now, backoff.toMillis());
    }
}
