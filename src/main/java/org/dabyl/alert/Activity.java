package org.dabyl.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** When anybody last did anything in an alert, to the minute; kept as {@code activeAt} of the alert. */
@Component
public class Activity {

    private static final Script<Long> TOUCH = Script.beside(Activity.class, "touch.lua", Long.class);
    private static final int MOST = 1000;
    private static final long MINUTE = 60_000;

    private final StringRedisTemplate redis;
    private final Clock clock;

    /** The minute that this instance noted last: thousands who answer at once are one note. */
    private final Map<AlertId, Long> noted = new ConcurrentHashMap<>();

    Activity(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /** Somebody did something now. */
    public void saw(AlertId id) {
        long now = clock.millis();
        Long before = noted.put(id, now / MINUTE);
        if (before == null || before != now / MINUTE) {
            TOUCH.run(redis, List.of(Alerts.key(id)), now);
        }
        if (noted.size() > MOST) {
            noted.clear();
        }
    }

    /** When something was last done, the opening among it. */
    Instant last(Alert alert) {
        Object active = redis.opsForHash().get(Alerts.key(alert.id()), "activeAt");
        Instant opened = alert.openedAt();
        Instant last = active == null ? opened : Instant.ofEpochMilli(Long.parseLong((String) active));
        return last.isAfter(opened) ? last : opened;
    }
}
