package org.dabyl.store;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * How often something may be done, over all instances: so many times at once, and once more after each interval.
 *
 * @param size how many times at once
 * @param interval after which one more is allowed
 */
public record Bucket(int size, Duration interval) {

    private static final Script<Long> TAKE = Script.beside(Bucket.class, "bucket.lua", Long.class);
    private static final int MOST = 1_000_000;

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
        return Duration.of(TAKE.run(redis, List.of(key), size, micros(interval), micros(patience)), ChronoUnit.MICROS);
    }

    private static long micros(Duration time) {
        return time.dividedBy(Duration.of(1, ChronoUnit.MICROS));
    }
}
