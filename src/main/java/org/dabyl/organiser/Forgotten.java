package org.dabyl.organiser;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.dabyl.store.Life;
import org.dabyl.vault.Expiring;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Forgets what organisers were told once nobody knows any more who was. */
@Component
final class Forgotten implements Expiring {

    private final StringRedisTemplate redis;

    Forgotten(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Life life() {
        return Life.TOLD_NAMES;
    }

    @Override
    public void purge(Instant now) {
        Set<String> names = redis.opsForSet().members(Told.ALL);
        for (String what : Objects.requireNonNullElse(names, Set.<String>of())) {
            if (!redis.hasKey(Told.key(what))) {
                redis.opsForSet().remove(Told.ALL, what);
            }
        }
    }

    /** None: these names have no time, and name nobody. */
    @Override
    public long overdue(Instant then) {
        return 0;
    }
}
