package org.dabyl.store;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * How often something may be done, over all instances: so many times at once, and once more after each interval.
 *
 * @param size how many times at once
 * @param interval after which one more is allowed
 */
public record Bucket(int size, Duration interval) {

    @SuppressWarnings("rawtypes")
    private static final Script<List> TAKE = Script.beside(Bucket.class, "bucket.lua", List.class);

    private static final Script<Long> HOLD_BACK = Script.beside(Bucket.class, "holdback.lua", Long.class);

    private static final int MOST = 1_000_000;

    /**
     * A place that somebody wants.
     *
     * @param key expires when all places are back
     */
    public record Wish(String key, Bucket bucket, Duration patience) {}

    /** Refuses a size below 1 or above a million, and an interval that is not positive. */
    public Bucket {
        if (size < 1 || size > MOST || !interval.isPositive()) {
            throw new IllegalArgumentException("a bucket needs a size from 1 to a million and a positive interval");
        }
    }

    /** Takes a place where there is one now. */
    public boolean take(StringRedisTemplate redis, String key) {
        return book(redis, key, Duration.ZERO).isZero();
    }

    /**
     * Takes a place, which may be used after the wait that is returned; takes none where that is longer than the patience.
     *
     * @param key expires when all places are back
     */
    public Duration book(StringRedisTemplate redis, String key, Duration patience) {
        return book(redis, List.of(new Wish(key, this, patience))).getFirst();
    }

    /** Does {@link #book(StringRedisTemplate, String, Duration)} for each of many keys of one slot, in one step. */
    public static List<Duration> book(StringRedisTemplate redis, List<Wish> wishes) {
        List<Object> arguments = new ArrayList<>();
        for (Wish wish : wishes) {
            arguments.addAll(List.of(wish.bucket.size, micros(wish.bucket.interval), micros(wish.patience)));
        }
        List<Duration> waits = new ArrayList<>();
        for (Object wait : TAKE.run(redis, wishes.stream().map(Wish::key).toList(), arguments.toArray())) {
            waits.add(Duration.of((Long) wait, ChronoUnit.MICROS));
        }
        return waits;
    }

    /** Keeps all places back for so long; then there is one, and the others come back as ever. Those booked before stay so. */
    public void holdBack(StringRedisTemplate redis, String key, Duration time) {
        HOLD_BACK.run(redis, List.of(key), size, micros(interval), micros(time));
    }

    private static long micros(Duration time) {
        return time.dividedBy(Duration.of(1, ChronoUnit.MICROS));
    }
}
