package org.dabyl.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dabyl.store.Life;
import org.dabyl.vault.Expiring;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Forgets events of which nobody reported anything for long. */
@Component
final class Outlived implements Expiring {

    private final StringRedisTemplate redis;

    Outlived(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Life life() {
        return Life.REPORTS;
    }

    @Override
    public void purge(Instant now) {
        Set<String> ids = redis.opsForZSet().rangeByScore(Events.ALL, Double.NEGATIVE_INFINITY, latest(now));
        for (String id : Objects.requireNonNullElse(ids, Set.<String>of())) {
            EventId event = new EventId(id);
            // by the program's clock; Redis ends them by its own
            redis.unlink(List.of(Events.key(event), Events.seen(event), Events.key(event) + ":cards"));
            // the name last, so that what was cut off is found again
            redis.opsForZSet().remove(Events.ALL, id);
        }
    }

    @Override
    public long overdue(Instant then) {
        Long past = redis.opsForZSet().count(Events.ALL, Double.NEGATIVE_INFINITY, latest(then));
        return past == null ? 0 : past;
    }

    private static double latest(Instant now) {
        return now.minus(Life.REPORT.time()).toEpochMilli();
    }
}
