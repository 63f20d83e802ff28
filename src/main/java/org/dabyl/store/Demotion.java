package org.dabyl.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * A master that was made a replica keeps its connections and refuses for ever what is written through them. Whoever is refused
 * connects anew, and so finds out whether the address leads to another server by now.
 */
final class Demotion {

    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long LONG_AGO_NANOS = Duration.ofMinutes(1).toNanos();
    private static final AtomicLong LAST = new AtomicLong(System.nanoTime() - LONG_AGO_NANOS);

    private Demotion() {}

    /**
     * Looks at what went wrong, and connects anew where that is it: after a second, in which everybody has heard the reason, and
     * then once a second at most, for whatever is under way is cut off by it.
     */
    static void heed(StringRedisTemplate redis, DataAccessException e) {
        long last = LAST.get();
        long now = System.nanoTime();
        if (refuses(e)
                && now - last >= PAUSE_NANOS
                && LAST.compareAndSet(last, now)
                && now - last < LONG_AGO_NANOS
                && redis.getConnectionFactory() instanceof LettuceConnectionFactory connections) {
            connections.resetConnection();
        }
    }

    private static boolean refuses(DataAccessException e) {
        String said =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        return said.startsWith("READONLY ");
    }
}
