package org.dabyl.alert;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.dabyl.store.Script;
import org.dabyl.timetable.Timetable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * How often the people of an alert were told to stand by, and called again. Kept in the alert's own hash, in the fields {@code asks},
 * {@code recalled} (how often they were called again) and {@code decided} (that an organiser has set the number needed since).
 */
@Component
public class StandBys {

    /** The step that calls them again; its subject is the alert and how often they were called again before. */
    public static final String RECALL = "recall";

    private static final Script<Long> SCRIPT = Script.beside(StandBys.class, "recall.lua", Long.class);
    private static final Script<Long> NOTE = Script.beside(StandBys.class, "note.lua", Long.class);
    private static final String DECIDED = "decided";

    private final StringRedisTemplate redis;
    private final Clock clock;

    StandBys(StringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /**
     * Where it stands.
     *
     * @param told whether the rest is told to stand by, and was not called again since
     * @param recalls how often they were called again
     * @param decided whether an organiser set the number needed since that
     */
    public record State(boolean told, int recalls, boolean decided) {

        /** Whether the rest may be told: by itself once, later where an organiser decided so, lest it goes to and fro. */
        public boolean open() {
            return told || recalls == 0 || decided;
        }
    }

    public State of(AlertId id) {
        List<@Nullable String> fields = Collections.<@Nullable String>unmodifiableList(
                redis.<String, String>opsForHash().multiGet(Alerts.key(id), List.of("asks", "recalled", DECIDED)));
        String recalled = fields.get(1);
        int recalls = recalled == null ? 0 : Integer.parseInt(recalled);
        List<String> asks =
                List.of(Objects.requireNonNullElse(fields.getFirst(), "").split(",", -1));
        return new State(asks.contains(enough(recalls)), recalls, fields.getLast() != null);
    }

    /** Plans to call those again who were told to stand by; false where they are called by now, were not told, or it is over. */
    public boolean recall(AlertId id, int before) {
        return SCRIPT.run(
                        redis,
                        List.of(Alerts.key(id), Timetable.KEY),
                        id.value(),
                        before,
                        clock.millis(),
                        enough(before))
                == 1;
    }

    /** An organiser set the number needed: when it is reached, the rest may be told again. */
    public void decided(AlertId id) {
        NOTE.run(redis, List.of(Alerts.key(id)), DECIDED, 1);
    }

    /** The name under which {@link Asks} tells the rest to stand by. */
    public static String enough(int recalls) {
        return "enough-" + recalls;
    }
}
