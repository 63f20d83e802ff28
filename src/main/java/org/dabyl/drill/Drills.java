package org.dabyl.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Launched;
import org.dabyl.store.Life;
import org.dabyl.timetable.Timetable;
import org.springframework.context.event.EventListener;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The drills that run, and what they showed.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:drill:&lt;alert&gt;</td><td>hash</td><td>minutes since its begin → how many had answered; names nobody</td>
 * <td>48 h</td></tr>
 * </table>
 */
@Component
public class Drills {

    /** The step that tells the organisers what a drill showed; its subject is the alert. Whoever speaks to them runs it. */
    public static final String RESULT = "drill-result";

    static final String COUNT = "drill-count";
    static final String END = "drill-end";

    /** After how many minutes the answers are counted; the result follows the last of them. */
    public static final List<Integer> MINUTES = List.of(1, 5, 15);

    private static final Duration END_AFTER = Duration.ofMinutes(20);
    private static final Duration LIFE = Life.DRILL.time();

    private final StringRedisTemplate redis;
    private final Alerts alerts;
    private final Timetable timetable;
    private final Clock clock;

    Drills(StringRedisTemplate redis, Alerts alerts, Timetable timetable, Clock clock) {
        this.redis = redis;
        this.alerts = alerts;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** A drill is counted and ends by itself; anything in earnest ends all drills. */
    @EventListener
    void on(Launched launched) {
        List<Alert> open = alerts.open();
        if (open.stream().allMatch(alert -> alert.plan().drill())) {
            plan(launched.alert());
        } else {
            open.stream()
                    .filter(alert -> alert.plan().drill())
                    .forEach(drill -> alerts.standDown(drill.id(), Ending.CALLED_OFF, ""));
        }
    }

    private void plan(Alert drill) {
        String id = drill.id().value();
        for (int minutes : MINUTES) {
            timetable.at(COUNT, id + "." + minutes, drill.openedAt().plus(Duration.ofMinutes(minutes)));
        }
        timetable.at(END, id, drill.openedAt().plus(END_AFTER));
    }

    /** Notes how many have answered by now; the first count is the one that stays. */
    void count(Alert drill, int minutes, long answered) {
        Instant due = drill.openedAt().plus(Duration.ofMinutes(minutes));
        // a count that comes late would praise the drill
        if (clock.instant().isBefore(due.plus(Duration.ofMinutes(1)))) {
            redis.opsForHash().putIfAbsent(key(drill.id()), Integer.toString(minutes), Long.toString(answered));
            redis.expire(key(drill.id()), LIFE);
        }
        if (minutes == MINUTES.getLast()) {
            timetable.at(RESULT, drill.id().value(), clock.instant());
        }
    }

    /** How many had answered after so many minutes; without those that were not counted in time. */
    public SortedMap<Integer, Long> answered(AlertId id) {
        Map<String, String> counts = redis.<String, String>opsForHash().entries(key(id));
        SortedMap<Integer, Long> answered = new TreeMap<>();
        counts.forEach((minutes, number) -> answered.put(Integer.valueOf(minutes), Long.valueOf(number)));
        return answered;
    }

    private static String key(AlertId id) {
        return "{dabyl}:drill:" + id.value();
    }
}
