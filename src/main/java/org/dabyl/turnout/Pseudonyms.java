package org.dabyl.turnout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Numbers that stand for people, in one alert and nowhere else; given in the order in which they were first needed.
 *
 * <table>
 * <caption>Keys; those of people in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:alert:&lt;id&gt;:numbers</td><td>number</td><td>how many were given</td>
 * <td>24 h after the end of the alert, at most 48 h after the last</td></tr>
 * <tr><td>alert:&lt;id&gt;:numbers</td><td>hash</td><td>sealed chat → number</td><td>the same</td></tr>
 * <tr><td>alert:&lt;id&gt;:numbered</td><td>hash</td><td>number → sealed chat</td><td>the same</td></tr>
 * </table>
 */
@Component
public class Pseudonyms implements Trace {

    private static final Script<Long> NUMBER = Script.beside(Pseudonyms.class, "number.lua", Long.class);
    private static final Duration LIFE = Life.NUMBERS.time();

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Alerts alerts;

    Pseudonyms(StringRedisTemplate redis, Fleet fleet, Alerts alerts) {
        this.redis = redis;
        this.fleet = fleet;
        this.alerts = alerts;
    }

    /** The person's number in this alert, the same every time; from 1, with gaps. */
    public int of(AlertId id, Address person) {
        Object kept =
                redis.opsForHash().get(numbers(person.bot(), id), person.chat().value());
        if (kept != null) {
            return Integer.parseInt((String) kept);
        }
        return NUMBER.run(
                        redis,
                        List.of(numbers(person.bot(), id), numbered(person.bot(), id)),
                        person.chat().value(),
                        reserve(id, 1),
                        LIFE.toSeconds())
                .intValue();
    }

    /** The person behind a number; empty where there is none, or they left. */
    public Optional<Address> person(AlertId id, int number) {
        return fleet.bots().stream()
                .flatMap(bot -> Optional.ofNullable(
                        redis.<String, String>opsForHash().get(numbered(bot, id), Integer.toString(number)))
                        .map(chat -> new Address(bot, new SealedId(chat)))
                        .stream())
                .findAny();
    }

    /** Takes so many numbers that nobody else gets; returns the first. */
    long reserve(AlertId id, long many) {
        String counter = counter(id);
        Long last = redis.opsForValue().increment(counter, many);
        redis.expire(counter, LIFE);
        return (last == null ? many : last) - many + 1;
    }

    @Override
    public void erase(Address person) {
        for (AlertId id : alerts.kept()) {
            String numbers = numbers(person.bot(), id);
            Object number = redis.opsForHash().get(numbers, person.chat().value());
            if (number != null) {
                redis.opsForHash().delete(numbered(person.bot(), id), number);
                redis.opsForHash().delete(numbers, person.chat().value());
            }
        }
    }

    static String counter(AlertId id) {
        return "{dabyl}:alert:" + id.value() + ":numbers";
    }

    static String numbers(BotId bot, AlertId id) {
        return bot.key("alert:" + id.value() + ":numbers");
    }

    static String numbered(BotId bot, AlertId id) {
        return bot.key("alert:" + id.value() + ":numbered");
    }
}
