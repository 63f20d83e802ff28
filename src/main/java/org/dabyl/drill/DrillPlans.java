package org.dabyl.drill;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.SecondSettings;
import org.dabyl.timetable.Timetable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Which districts hold drills by themselves, and when next.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:drills</td><td>hash</td><td>district → {@link Rhythm#form}|ms of the next drill</td><td>until switched off</td></tr>
 * </table>
 */
@Component
public class DrillPlans {

    /** The step that holds a drill; its subject is the district and the ms at which it is due. */
    static final String STEP = "drill";

    private static final String KEY = "{dabyl}:drills";

    private final StringRedisTemplate redis;
    private final Districts districts;
    private final SecondSettings second;
    private final Timetable timetable;
    private final Clock clock;

    DrillPlans(
            StringRedisTemplate redis, Districts districts, SecondSettings second, Timetable timetable, Clock clock) {
        this.redis = redis;
        this.districts = districts;
        this.second = second;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** A district's drills. */
    public record Planned(Rhythm rhythm, Instant next) {}

    public Optional<Planned> of(DistrictCode code) {
        return Optional.ofNullable(redis.<String, String>opsForHash().get(KEY, code.value()))
                .map(form -> form.split("\\|", 2))
                .flatMap(fields -> Rhythm.parse(fields[0])
                        .map(rhythm -> new Planned(rhythm, Instant.ofEpochMilli(Long.parseLong(fields[1])))));
    }

    /** Whether drills may come round by themselves: nobody would be there to agree to one for several districts. */
    public boolean allowed(DistrictCode code) {
        return !second.enabled() || districts.withDescendants(code).size() == 1;
    }

    /** Holds drills from now on; the step of an earlier rhythm finds that it is not the next one. */
    public Planned set(DistrictCode code, Rhythm rhythm) {
        Instant next = rhythm.cron(districts.zoneOf(code)).next(clock.instant());
        // the step first: one without a plan does nothing, a plan without a step would wait for ever
        timetable.at(STEP, code.value() + "@" + next.toEpochMilli(), next);
        redis.opsForHash().put(KEY, code.value(), rhythm.form() + "|" + next.toEpochMilli());
        return new Planned(rhythm, next);
    }

    public void cancel(DistrictCode code) {
        redis.opsForHash().delete(KEY, code.value());
    }
}
