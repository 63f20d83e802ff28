package org.dabyl.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.dabyl.store.Life;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What waits for a second organiser, and until when.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:second:&lt;what&gt;</td><td>string</td><td>ms until which a second organiser can agree|sealed author</td>
 * <td>an hour longer than that</td></tr>
 * </table>
 */
@Component
public class Seconds {

    /** The step that is due when the time is over; its subject is what waited. */
    public static final String LAPSE = "second";

    private final StringRedisTemplate redis;
    private final SecondSettings settings;
    private final Timetable timetable;
    private final Clock clock;

    Seconds(StringRedisTemplate redis, SecondSettings settings, Timetable timetable, Clock clock) {
        this.redis = redis;
        this.settings = settings;
        this.timetable = timetable;
        this.clock = clock;
    }

    public SecondSettings settings() {
        return settings;
    }

    /** Waits from now on; where it waits already, no longer than before. */
    public void wait(String what, SealedId author) {
        Instant until = until();
        redis.opsForValue().setIfAbsent(key(what), until.toEpochMilli() + "|" + author.value(), Life.SECOND.time());
        // planned in any case: the first time the program may have died in between
        timetable.at(LAPSE, what, until);
    }

    /** When what begins to wait now lapses. */
    public Instant until() {
        return clock.instant().plus(settings.within());
    }

    /** Whose it is, while a second organiser can agree. */
    public Optional<SealedId> author(String what) {
        return Optional.ofNullable(redis.opsForValue().get(key(what)))
                .map(form -> form.split("\\|", 2))
                .filter(form -> clock.millis() < Long.parseLong(form[0]))
                .map(form -> new SealedId(form[1]));
    }

    /** Nothing is waited for any more. */
    public void end(String what) {
        redis.delete(key(what));
    }

    private static String key(String what) {
        return "{dabyl}:second:" + what;
    }
}
