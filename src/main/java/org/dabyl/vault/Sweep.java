package org.dabyl.vault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dabyl.store.Life;
import org.dabyl.store.Nodes;
import org.dabyl.timetable.Tick;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Looks at every key once an hour: what should expire and does not, for a process died between writing it and saying so, expires from
 * now on.
 */
@Component
public class Sweep implements Tick {

    private static final Pattern ALERT = Pattern.compile("^\\{[^}]+}:alert:([^:]+)");
    private static final String OPEN = "{dabyl}:alerts";

    private final StringRedisTemplate redis;
    private final Nodes nodes;

    Sweep(StringRedisTemplate redis, Nodes nodes) {
        this.redis = redis;
        this.nodes = nodes;
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void tick() {
        nodes.keys(this::look);
    }

    private void look(String key) {
        List<Life> lives = Life.of(key);
        if (lives.size() == 1 && lives.getFirst().longest().isPresent()) {
            Duration longest = lives.getFirst().time();
            Long left = redis.getExpire(key, TimeUnit.MILLISECONDS);
            boolean tooLong = left != null && (left == -1 || left > longest.toMillis());
            if (tooLong && !(lives.getFirst().fromTheEnd() && open(key))) {
                redis.expire(key, longest);
            }
        }
    }

    private boolean open(String key) {
        Matcher alert = ALERT.matcher(key);
        return alert.find() && redis.opsForZSet().score(OPEN, alert.group(1)) != null;
    }
}
