package org.dabyl.store;

import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What the test Redis holds: every key and every value, of whatever type, as one text to search. */
public final class Contents {

    private Contents() {}

    /** One line a key. */
    public static String read() {
        StringRedisTemplate redis = TestRedis.template();
        return Objects.requireNonNull(redis.keys("*")).stream()
                .sorted()
                .map(key -> key + " = " + value(redis, key))
                .collect(Collectors.joining("\n"));
    }

    private static String value(StringRedisTemplate redis, String key) {
        return switch (redis.type(key)) {
            case STRING -> String.valueOf(redis.opsForValue().get(key));
            case HASH -> redis.opsForHash().entries(key).toString();
            case SET -> String.valueOf(redis.opsForSet().members(key));
            case ZSET -> String.valueOf(redis.opsForZSet().range(key, 0, -1));
            case LIST -> String.valueOf(redis.opsForList().range(key, 0, -1));
            case STREAM -> String.valueOf(redis.opsForStream().range(key, Range.unbounded()));
            default -> throw new IllegalStateException("no way to read " + key);
        };
    }
}
