package org.dabyl.smoke;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Everything that a Redis holds, as text: each key with its members, fields and values. */
final class Dump {

    private Dump() {}

    static SortedMap<String, String> of(Town town) {
        return of(town.program().getBean(StringRedisTemplate.class));
    }

    static SortedMap<String, String> of(StringRedisTemplate redis) {
        SortedMap<String, String> all = new TreeMap<>();
        for (String key : Objects.requireNonNull(redis.keys("*"))) {
            all.put(key, value(redis, key));
        }
        return all;
    }

    private static String value(StringRedisTemplate redis, String key) {
        return switch (redis.type(key)) {
            case STRING -> String.valueOf(redis.opsForValue().get(key));
            case HASH -> redis.opsForHash().entries(key).toString();
            case SET -> String.valueOf(redis.opsForSet().members(key));
            case ZSET -> String.valueOf(redis.opsForZSet().rangeWithScores(key, 0, -1));
            case LIST -> String.valueOf(redis.opsForList().range(key, 0, -1));
            case STREAM -> String.valueOf(redis.opsForStream().range(key, Range.unbounded()));
            // gone since
            case NONE -> "";
            default -> throw new IllegalStateException("no way to read " + key);
        };
    }
}
