package org.dabyl.supporter;

import java.time.Instant;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.store.Life;
import org.dabyl.vault.Expiring;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Forgets who was muted until a time that is past. */
@Component
final class Unmuting implements Expiring {

    private final StringRedisTemplate redis;
    private final Fleet fleet;

    Unmuting(StringRedisTemplate redis, Fleet fleet) {
        this.redis = redis;
        this.fleet = fleet;
    }

    @Override
    public Life life() {
        return Life.MUTED;
    }

    @Override
    public void purge(Instant now) {
        fleet.bots().forEach(bot -> redis.opsForZSet()
                .removeRangeByScore(key(bot), Double.NEGATIVE_INFINITY, (double) now.toEpochMilli()));
    }

    @Override
    public long overdue(Instant then) {
        long overdue = 0;
        for (BotId bot : fleet.bots()) {
            Long past = redis.opsForZSet().count(key(bot), Double.NEGATIVE_INFINITY, (double) then.toEpochMilli());
            overdue += past == null ? 0 : past;
        }
        return overdue;
    }

    private static String key(BotId bot) {
        return bot.key("muted");
    }
}
