package org.dabyl.panic;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Trace;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Probation;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What needs two organisers: one asks, another within five minutes agrees by asking for the same. Whoever is no organiser any more
 * when the other agrees, has not asked. Whoever is new is neither of the two.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:agree:&lt;what&gt;</td><td>string</td><td>sealed chat of the organiser who asked</td><td>5 min</td></tr>
 * </table>
 */
@Component
public final class Seconds implements Trace {

    /** How long the other has. */
    public static final Duration TIME = Life.AGREE.time();

    private static final String ALL = "{dabyl}:agree:";

    @SuppressWarnings("rawtypes")
    private static final Script<List> ASK = Script.beside(Seconds.class, "second.lua", List.class);

    private static final Script<Long> LIFT = Script.beside(Lockdown.class, "lift.lua", Long.class);

    /** What can be asked for. */
    public enum What {
        UNLOCK,
        WIPE
    }

    /** Which of the two somebody is. */
    public enum Which {
        FIRST,
        SECOND,
        TOO_NEW
    }

    /**
     * What came of asking.
     *
     * @param which which of the two they are
     * @param wish the same for all who ask for it within the time, and for nothing else
     */
    public record Asked(Which which, String wish) {}

    private final StringRedisTemplate redis;
    private final Organisers organisers;
    private final Probation probation;

    Seconds(StringRedisTemplate redis, Organisers organisers, Probation probation) {
        this.redis = redis;
        this.organisers = organisers;
        this.probation = probation;
    }

    /** Which of two this organiser is; the first is noted, and whoever asks twice stays one. */
    public Asked agree(What what, Organiser organiser) {
        if (probation.on(organiser)) {
            return new Asked(Which.TOO_NEW, "");
        }
        String self = organiser.address().chat().value();
        List<?> asked = ASK.run(redis, List.of(key(what)), self, TIME.toMillis());
        String first = String.valueOf(asked.getFirst());
        String wish = what + "." + asked.getLast();
        if (first.equals(self)) {
            return new Asked(Which.FIRST, wish);
        }
        if (organisers.everyone().stream()
                .anyMatch(other -> other.address().chat().value().equals(first))) {
            return new Asked(Which.SECOND, wish);
        }
        LIFT.run(redis, List.of(key(what)), first);
        return agree(what, organiser);
    }

    /** Forgets who asked, for it is done. */
    public void done(What what) {
        redis.delete(key(what));
    }

    @Override
    public void erase(Address person) {
        for (What what : What.values()) {
            LIFT.run(redis, List.of(key(what)), person.chat().value());
        }
    }

    private static String key(What what) {
        return ALL + what.name().toLowerCase(Locale.ROOT);
    }
}
