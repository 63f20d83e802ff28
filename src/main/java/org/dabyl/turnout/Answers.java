package org.dabyl.turnout;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Brought;
import org.dabyl.alert.Part;
import org.dabyl.alert.Responders;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Trace;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.dabyl.store.Together;
import org.dabyl.supporter.Skill;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Answers to alerts.
 *
 * <table>
 * <caption>Keys, all in the slot of their bot</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>alert:&lt;id&gt;:answers</td><td>hash</td>
 * <td>sealed chat → order|code|minute of arrival, or of the answer|g for a guest|skills|how soon|minute due</td>
 * <td>24 h after the end of the alert, at most 48 h after the last answer</td></tr>
 * <tr><td>alert:&lt;id&gt;:answer:coming, here, home, no</td><td>sets</td><td>sealed chats by what they answered last</td>
 * <td>the same</td></tr>
 * <tr><td>alert:&lt;id&gt;:tally</td><td>hash</td>
 * <td>here, no, home, guests, arrival minute, way:how soon, skill:what, others → how many; renewed → 1</td><td>48 h after the last answer</td></tr>
 * </table>
 *
 * <p>Read only here: {@code supporters} (hash: sealed chat to a value whose fourth field is what they bring).
 */
@Component
public class Answers implements Trace, Belongings, Responders, Brought {

    @SuppressWarnings("rawtypes")
    private static final Script<List> ANSWER = Script.beside(Answers.class, "answer.lua", List.class);

    private static final Script<Long> WELCOME = Script.beside(Answers.class, "welcome.lua", Long.class);
    private static final Script<Long> ERASE = Script.beside(Answers.class, "erase.lua", Long.class);
    private static final Script<Long> RENEW = Script.beside(Answers.class, "renew.lua", Long.class);
    private static final Duration LIFE = Life.ANSWERS.time();

    /** What the script looks up for itself. */
    private static final String LOOK_UP = "?";

    /** What it takes over from the answer that is kept. */
    private static final String AS_BEFORE = "";

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Alerts alerts;
    private final Clock clock;
    private final Together<List<String>, Given, String> given;
    private final Together<AlertId, AlertId, Tally> tallies;

    private record Given(
            Address person,
            long order,
            String code,
            String minute,
            String guest,
            String skills,
            String within,
            String due) {}

    Answers(StringRedisTemplate redis, Fleet fleet, Alerts alerts, Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.alerts = alerts;
        this.clock = clock;
        this.given = new Together<>(this::keep);
        this.tallies = Together.alike(this::count);
    }

    /** Keeps an answer unless a later one of the same person is kept, and returns the one that counts; {@code order} is Telegram's update id, or 0 for one that counts whatever is kept. */
    public Answer record(AlertId id, Address person, Answer answer, long order) {
        return record(id, person, answer, order, false);
    }

    /** The same for somebody who is not registered, and pressed in a channel or group; of several bots the last press counts. */
    public Answer recordGuest(AlertId id, Address person, Answer answer, long order) {
        elsewhere(person)
                .forEach(other ->
                        ERASE.run(redis, keys(other.bot(), id), other.chat().value()));
        return record(id, person, answer, order, true);
    }

    /** Makes a guest's answers those of a registered person, so that nobody is counted twice. */
    public void welcome(Address person) {
        for (AlertId id : alerts.kept()) {
            WELCOME.run(redis, keys(person.bot(), id), person.chat().value());
            for (Address other : elsewhere(person)) {
                of(other, id).ifPresent(answer -> {
                    if (of(person, id).isEmpty()) {
                        // of another bot's numbering, so that any later answer counts
                        record(id, person, answer, 0, false);
                    }
                    ERASE.run(redis, keys(other.bot(), id), other.chat().value());
                });
            }
        }
    }

    private List<Address> elsewhere(Address person) {
        return fleet.bots().stream()
                .filter(bot -> !bot.equals(person.bot()))
                .map(bot -> new Address(bot, person.chat()))
                .toList();
    }

    private Answer record(AlertId id, Address person, Answer answer, long order, boolean guest) {
        Optional<Integer> minutes =
                answer instanceof Answer.Coming coming ? Optional.of(coming.minutes()) : Optional.empty();
        String minute = Long.toString(clock.millis() / 60_000 + minutes.orElse(0));
        String within = minutes.map(soon -> Within.of(soon).tag()).orElse(AS_BEFORE);
        String due = minutes.isPresent() ? minute : AS_BEFORE;
        String mark = guest ? Kept.GUEST : "";
        String counted = given.ask(
                keys(person.bot(), id), new Given(person, order, answer.code(), minute, mark, LOOK_UP, within, due));
        return Answer.parse(counted).orElse(answer);
    }

    private List<String> keep(List<String> keys, List<Given> answers) {
        List<Object> arguments = new ArrayList<>(List.of(LIFE.toSeconds()));
        for (Given answer : answers) {
            arguments.addAll(List.of(
                    answer.person.chat().value(),
                    answer.order,
                    answer.code,
                    answer.minute,
                    answer.guest,
                    answer.skills,
                    answer.within,
                    answer.due));
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

    /** The hash of what each said last, on one bot. */
    static String answers(BotId bot, AlertId id) {
        return keys(bot, id).getFirst();
    }

    private static String tally(BotId bot, AlertId id) {
        return keys(bot, id).get(1);
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

    @Override
    public List<String> sets(BotId bot, AlertId id, Part part) {
        return switch (part) {
            case COMING -> List.of(coming(bot, id));
            case HERE -> List.of(here(bot, id));
            default -> List.of(coming(bot, id), here(bot, id));
        };
    }

    /** The count over all bots. */
    public Tally tally(AlertId id) {
        return tallies.ask(id, id);
    }

    private Tally count(AlertId id) {
        return Tally.read(fleet.bots().stream()
                .map(bot -> redis.<String, String>opsForHash().entries(tally(bot, id)))
                .toList());
    }

    @Override
    public Map<Skill, Long> brought(AlertId id) {
        return tally(id).skills();
    }

    /** Takes out, once, who said that they come: they said it about something else. */
    void renew(AlertId id) {
        fleet.bots().forEach(bot -> RENEW.run(redis, keys(bot, id), LIFE.toSeconds()));
    }

    /** Sets how many are there who have no Telegram, as an organiser counted them; the last count stands. */
    public void others(AlertId id, int number) {
        boolean set = false;
        // one bot's tally holds it, whichever bot was first when it was last set
        for (BotId bot : fleet.bots()) {
            String tally = tally(bot, id);
            if (set) {
                redis.opsForHash().delete(tally, Tally.OTHERS);
            } else {
                redis.opsForHash().put(tally, Tally.OTHERS, Integer.toString(number));
                redis.expire(tally, LIFE);
            }
            set = true;
        }
    }

    /** The answers of all who ever said to this alert that they come. */
    Stream<Kept> kept(AlertId id) {
        return fleet.bots().stream()
                .flatMap(bot ->
                        redis.<String, String>opsForHash().values(keys(bot, id).getFirst()).stream())
                .filter(Kept::said)
                .map(Kept::read);
    }

    /** Erases the person's answers, and takes them out of the count. */
    @Override
    public void erase(Address person) {
        for (AlertId id : alerts.kept()) {
            ERASE.run(redis, keys(person.bot(), id), person.chat().value());
        }
    }

    /** The same answers count at the other bot; any later one there counts more, for bots number what they hear each for itself. */
    @Override
    public void bring(Address from, Address to) {
        for (AlertId id : alerts.kept()) {
            Object kept = redis.opsForHash()
                    .get(keys(from.bot(), id).getFirst(), from.chat().value());
            if (kept != null) {
                String[] form = ((String) kept).split("\\|", -1);
                given.ask(keys(to.bot(), id), new Given(to, 0, form[1], form[2], form[3], form[4], form[5], form[6]));
                ERASE.run(redis, keys(from.bot(), id), from.chat().value());
            }
        }
    }

    /** The books of the answers, and what people bring. */
    private static List<String> keys(BotId bot, AlertId id) {
        String alert = bot.key("alert:" + id.value());
        return List.of(
                alert + ":answers",
                alert + ":tally",
                alert + ":answer:coming",
                alert + ":answer:here",
                alert + ":answer:home",
                alert + ":answer:no",
                bot.key("supporters"));
    }
}
