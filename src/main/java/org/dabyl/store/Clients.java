package org.dabyl.store;

import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.types.RedisClientInfo;
import org.springframework.stereotype.Component;

/** Who else of this program is connected to the database, wherever it runs. */
@Component
public final class Clients {

    /** What every connection of the program is called, or begins with. */
    public static final String PROGRAM = "dabyl";

    private final StringRedisTemplate redis;
    private final String own;

    Clients(StringRedisTemplate redis, @Value("${spring.data.redis.client-name}") String own) {
        this.redis = redis;
        this.own = own;
    }

    /** Whether one is connected that goes by another name than this one. */
    public boolean anotherProgram() {
        List<RedisClientInfo> all = redis.execute((RedisCallback<List<RedisClientInfo>>)
                connection -> connection.serverCommands().getClientList());
        return Objects.requireNonNull(all).stream()
                .map(client -> String.valueOf(client.getName()))
                .anyMatch(name -> name.startsWith(PROGRAM) && !name.equals(own));
    }
}
