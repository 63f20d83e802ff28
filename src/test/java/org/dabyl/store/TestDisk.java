package org.dabyl.store;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The disk of the test Redis, and who is connected to it. */
public final class TestDisk {

    private TestDisk() {}

    public static Disk of(StringRedisTemplate redis) {
        return new Disk(redis);
    }

    /** One that takes nothing. */
    public static Disk broken(StringRedisTemplate redis) {
        return new Disk(new StringRedisTemplate(redis.getRequiredConnectionFactory()) {
            @Override
            public <T> T execute(RedisCallback<T> action) {
                throw new IllegalStateException("Redis cannot write to its disk");
            }
        });
    }

    public static Clients clients(StringRedisTemplate redis) {
        return new Clients(redis, "dabyl-rotate-keys-1");
    }

    /** Somebody who is connected. */
    public interface Connected extends AutoCloseable {
        @Override
        void close();
    }

    /** Somebody of this name is connected to the test Redis, until closed. */
    public static Connected connected(String name) {
        RedisClient client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(TestRedis.port())
                .withClientName(name)
                .build());
        StatefulRedisConnection<String, String> connection = client.connect();
        connection.sync().ping();
        return () -> {
            connection.close();
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        };
    }
}
