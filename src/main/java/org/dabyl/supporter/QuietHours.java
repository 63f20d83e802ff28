package org.dabyl.supporter;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.Quiet;
import org.dabyl.delivery.Trace;
import org.dabyl.district.Districts;
import org.dabyl.store.Together;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * When people do not want to be disturbed by what can wait. It comes all the same, without a sound: nothing is lost, and nobody has
 * to be told at seven in the morning what happened at night. Calls, and what is told to those who were called, do sound.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>quiet</td><td>hash</td><td>sealed chat → hours of the day, {@code 22:00–07:00}</td><td>until they leave</td></tr>
 * </table>
 */
@Component
public class QuietHours implements Quiet, Trace, Belongings {

    private final StringRedisTemplate redis;
    private final Supporters supporters;
    private final Districts districts;
    private final Clock clock;
    private final Together<String, String, Optional<String>> hours;

    QuietHours(StringRedisTemplate redis, Supporters supporters, Districts districts, Clock clock) {
        this.redis = redis;
        this.supporters = supporters;
        this.districts = districts;
        this.clock = clock;
        this.hours = Together.fields(redis);
    }

    public Optional<Hours> of(Address person) {
        return hours.ask(key(person), person.chat().value()).flatMap(Hours::parse);
    }

    public void set(Address person, Hours quiet) {
        redis.opsForHash().put(key(person), person.chat().value(), quiet.toString());
    }

    /** By the time of the first of the person's districts. */
    @Override
    public boolean now(Address person) {
        Optional<Hours> quiet = of(person);
        return quiet.isPresent()
                && supporters
                        .find(person)
                        .map(supporter -> districts.zoneOf(
                                supporter.districts().iterator().next()))
                        .filter(zone -> quiet.get().contain(LocalTime.ofInstant(clock.instant(), zone)))
                        .isPresent();
    }

    @Override
    public void bring(Address from, Address to) {
        of(from).ifPresent(quiet -> set(to, quiet));
        erase(from);
    }

    @Override
    public void erase(Address person) {
        redis.opsForHash().delete(key(person), person.chat().value());
    }

    private static String key(Address person) {
        return person.bot().key("quiet");
    }
}
