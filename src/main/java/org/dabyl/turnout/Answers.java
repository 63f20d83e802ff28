package org.dabyl.turnout;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Script;
import org.dabyl.store.Together;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Answers to alerts.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>alert:&lt;id&gt;:answers</td><td>hash</td><td>sealed chat → order|code|arrival minute</td><td>48 h after the last answer</td></tr>
 * <tr><td>alert:&lt;id&gt;:answer:coming, here, home, no</td><td>sets</td><td>sealed chats by what they answered last</td>
 * <td>48 h after the last answer</td></tr>
 * <tr><td>alert:&lt;id&gt;:tally</td><td>hash</td><td>here, no, home or arrival minute → how many</td><td>48 h after the last answer</td></tr>
 * </table>
 */
@Component
public class Answers implements Trace {

    @SuppressWarnings("rawtypes")
    private static final Script<List> ANSWER = Script.beside(Answers.class, "answer.lua", List.class);

    private static final Script<Long> ERASE = Script.beside(Answers.class, "erase.lua", Long.class);
    private static final Duration LIFE = Duration.ofDays(2);

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Alerts alerts;
    private final Clock clock;
    private final Together<List<String>, Given, String> given;
    private final Together<AlertId, AlertId, Tally> tallies;

    private record Given(Address person, long order, String code, long arrival) {}

    Answers(StringRedisTemplate redis, Fleet fleet, Alerts alerts, Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.alerts = alerts;
        this.clock = clock;
        this.given = new Together<>(this::keep);
        this.tallies = Together.alike(this::count);
    }

    /** Keeps an answer unless a later one of the same person is kept, and returns the one that counts; {@code order} is Telegram's update id. */
    public Answer record(AlertId id, Address person, Answer answer, long order) {
        long arrival = answer instanceof Answer.Coming coming ? clock.millis() / 60_000 + coming.minutes() : 0;
        String counted = given.ask(keys(person.bot(), id), new Given(person, order, answer.code(), arrival));
        return Answer.parse(counted).orElse(answer);
    }

    private List<String> keep(List<String> keys, List<Given> answers) {
        List<Object> arguments = new ArrayList<>(List.of(LIFE.toSeconds()));
        for (Given answer : answers) {
            arguments.addAll(List.of(answer.person.chat().value(), answer.order, answer.code, answer.arrival));
        }
        List<String> counted = new ArrayList<>();
        for (Object code : ANSWER.run(redis, keys, arguments.toArray())) {
            counted.add((String) code);
        }
        return counted;
    }

    public Optional<Answer> of(Address person, AlertId id) {
        Object kept = redis.opsForHash()
                .get(keys(person.bot(), id).getFirst(), person.chat().value());
        return Optional.ofNullable(kept).flatMap(form -> Answer.parse(((String) form).split("\\|", -1)[1]));
    }

    /** The set of those on one bot who said last that they come. */
    public static String coming(BotId bot, AlertId id) {
        return keys(bot, id).get(2);
    }

    /** The set of those on one bot who said last that they are there. */
    public static String here(BotId bot, AlertId id) {
        return keys(bot, id).get(3);
    }

    /** The set of those on one bot who said last that they are home safe. */
    public static String home(BotId bot, AlertId id) {
        return keys(bot, id).get(4);
    }

    /** The set of those on one bot who said last that they can't come. */
    public static String cannot(BotId bot, AlertId id) {
        return keys(bot, id).get(5);
    }

    /** The count over all bots. */
    public Tally tally(AlertId id) {
        return tallies.ask(id, id);
    }

    private Tally count(AlertId id) {
        return Tally.read(fleet.bots().stream()
                .map(bot ->
                        redis.<String, String>opsForHash().entries(keys(bot, id).get(1)))
                .toList());
    }

    /** Erases the person's answers, and takes them out of the count. */
    @Override
    public void erase(Address person) {
        for (AlertId id : alerts.kept()) {
            ERASE.run(redis, keys(person.bot(), id), person.chat().value());
        }
    }

    private static List<String> keys(BotId bot, AlertId id) {
        String alert = bot.key("alert:" + id.value());
        return List.of(
                alert + ":answers",
                alert + ":tally",
                alert + ":answer:coming",
                alert + ":answer:here",
                alert + ":answer:home",
                alert + ":answer:no");
    }
}
