package org.dabyl.turnout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.store.Life;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * How the turnout of an alert grew: samples of the tally, counts of people and never who.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:alert:&lt;id&gt;:curve</td><td>hash</td><td>minute since 1970 → on the way|there</td>
 * <td>48 h after the last sample</td></tr>
 * </table>
 */
@Component
public class Curve {

    private static final Duration LIFE = Life.CURVE.time();

    /** For so many minutes each minute has a sample, afterwards every tenth: what lasts for days stays small. */
    private static final long FINE_MINUTES = 6 * 60;

    private static final long COARSE = 10;

    private final StringRedisTemplate redis;
    private final Clock clock;

    Curve(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * The turnout at one time.
     *
     * @param at when
     * @param onTheWay those who said that they come and are not there yet
     * @param there those who are there, with Telegram or without
     */
    public record Point(Instant at, long onTheWay, long there) {}

    /** Keeps how it stands now; the last sample of a minute stands. */
    public void sample(Alert alert, Tally tally) {
        long minute = clock.millis() / 60_000;
        boolean fine = minute - alert.openedAt().toEpochMilli() / 60_000 < FINE_MINUTES;
        String field = Long.toString(fine ? minute : minute - minute % COARSE);
        redis.opsForHash().put(key(alert.id()), field, tally.onTheWay() + "|" + tally.there());
        redis.expire(key(alert.id()), LIFE);
    }

    /** The samples, in the order of time. */
    public List<Point> read(AlertId id) {
        return redis.<String, String>opsForHash().entries(key(id)).entrySet().stream()
                .map(Curve::point)
                .sorted(Comparator.comparing(Point::at))
                .toList();
    }

    private static Point point(Map.Entry<String, String> sample) {
        String[] counts = sample.getValue().split("\\|", 2);
        return new Point(
                Instant.ofEpochSecond(Long.parseLong(sample.getKey()) * 60),
                Long.parseLong(counts[0]),
                Long.parseLong(counts[1]));
    }

    private static String key(AlertId id) {
        return "{dabyl}:alert:" + id.value() + ":curve";
    }
}
