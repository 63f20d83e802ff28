package org.dabyl.store;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The health {@code store}: up where Redis takes what is written, else what is wrong. A full Redis and a read-only replica
 * answer questions, so that asking alone would find them well.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:health</td><td>string</td><td>nothing</td><td>1 min</td></tr>
 * </table>
 */
@Component("storeHealthIndicator")
final class StoreHealth implements HealthIndicator, Ailing {

    private static final String KEY = "{dabyl}:health";
    private static final Duration LIFE = Life.HEALTH.time();

    private final StringRedisTemplate redis;

    StoreHealth(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Health health() {
        return trouble()
                .map(trouble -> Health.down().withDetail("trouble", trouble.words()))
                .orElseGet(Health::up)
                .build();
    }

    @Override
    public Optional<Trouble> trouble() {
        try {
            redis.opsForValue().set(KEY, "", LIFE);
            return Optional.empty();
        } catch (DataAccessException e) {
            return Optional.of(RedisTrouble.of(e));
        }
    }
}
