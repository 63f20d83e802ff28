package org.dabyl.turnout;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Level;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What earlier alerts taught about who really comes: counts of people, never who.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:experience</td><td>hash</td><td>how soon:said, how soon:came → how many</td><td>for ever</td></tr>
 * <tr><td>{dabyl}:alert:&lt;id&gt;:learnt</td><td>string</td><td>that this alert is in it</td><td>48 h</td></tr>
 * </table>
 */
@Component
public class Experience {

    private static final Script<Long> LEARN = Script.beside(Experience.class, "learn.lua", Long.class);
    private static final Duration LIFE = Life.LEARNT.time();
    private static final String KEY = "{dabyl}:experience";

    private final StringRedisTemplate redis;
    private final Answers answers;
    private final Clock clock;

    Experience(StringRedisTemplate redis, Answers answers, Clock clock) {
        this.redis = redis;
        this.answers = answers;
        this.clock = clock;
    }

    public History history() {
        return History.read(redis.<String, String>opsForHash().entries(KEY));
    }

    /**
     * Learns from an alert that is over, once. Only who was due by now counts, whether they came or not: the others were told in
     * time that they need not come. Drills, false alarms and alerts that only asked people to be ready teach nothing.
     */
    void learn(Alert alert) {
        if (alert.open()
                || alert.plan().drill()
                || alert.plan().level() != Level.CALL
                || alert.ending() == Ending.FALSE_ALARM) {
            return;
        }
        Map<Within, History.Seen> seen = new EnumMap<>(Within.class);
        long now = clock.millis() / 60_000;
        answers.kept(alert.id())
                .filter(kept -> kept.dueBy(now))
                .forEach(kept ->
                        seen.merge(kept.within(), new History.Seen(1, kept.came() ? 1 : 0), History.Seen::plus));
        LEARN.run(redis, List.of(mark(alert.id()), KEY), arguments(seen));
    }

    private static Object[] arguments(Map<Within, History.Seen> seen) {
        List<Object> arguments = new ArrayList<>(List.of(LIFE.toSeconds()));
        seen.forEach((within, group) ->
                arguments.addAll(List.of(within.tag() + ":said", group.said(), within.tag() + ":came", group.came())));
        return arguments.toArray();
    }

    private static String mark(AlertId id) {
        return "{dabyl}:alert:" + id.value() + ":learnt";
    }
}
