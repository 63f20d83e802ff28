package org.dabyl.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.dabyl.store.Together;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Every alert.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:alert:&lt;id&gt;</td><td>hash</td>
 * <td>number, district, plan (sealed), state, calledAt, openedAt, activeAt, quiet:&lt;ms&gt;, ending, reason (sealed), origin, update:&lt;n&gt; (sealed),
 * latest:&lt;part&gt; (ms|sealed), what {@link Rings} and {@link Asks} note</td>
 * <td>48 h after it is stood down</td></tr>
 * <tr><td>{dabyl}:alerts</td><td>sorted set</td><td>open alerts by ms of opening</td><td>until stood down</td></tr>
 * <tr><td>{dabyl}:alerts-over</td><td>sorted set</td><td>alerts that still know their people, by ms of their end</td><td>24 h after
 * their end</td></tr>
 * <tr><td>{dabyl}:alert-number</td><td>number</td><td>how many there were</td><td>for ever</td></tr>
 * </table>
 */
@Component
public class Alerts {

    /** The most characters (UTF-16) of an alert's, update's or reason's text: a card must be read while running. */
    public static final int LONGEST_TEXT = 1000;

    /** How long after its end an alert knows its people; what remains then are counts. */
    public static final Duration PEOPLE = Life.CALLED.time();

    /** How long after the press an alert may be opened. */
    static final Duration LATEST = Duration.ofSeconds(30);

    /** The step that learns from an alert at its end. */
    public static final String LEARN = "learn";

    /** The step that tells the people of an alert that it is a call now. */
    public static final String CALL = "call";

    static final String LAUNCH = "launch";
    static final String STAND_DOWN = "standdown";
    static final String UPDATE = "update";
    static final String CONFIRMED = "confirmed";
    static final String FORGOTTEN = "forgotten";
    static final String CLEAR = "clear";

    /** The step that looks whether enough come; its subject is the alert. */
    public static final String TURNOUT = "turnout";

    /** The step that reminds the silent; its subject is the alert and the number of the ring. */
    public static final String REMIND = "remind";

    private static final long CHANGED_MEANWHILE = 2;
    static final String POST = "post";

    /** The sorted set of open alerts, for scripts in the slot of {@code {dabyl}}. */
    public static final String OPEN = "{dabyl}:alerts";

    private static final String OVER = "{dabyl}:alerts-over";
    private static final String COUNTED = "{dabyl}:alerts-counted";
    private static final String NUMBER = "{dabyl}:alert-number";
    private static final Script<Long> CLOCK = Script.beside(Alerts.class, "clock.lua", Long.class);
    private static final Script<Long> RAISE = Script.beside(Alerts.class, "raise.lua", Long.class);
    private static final Script<Long> CLOSE = Script.beside(Alerts.class, "standdown.lua", Long.class);
    private static final Script<Long> REVISE = Script.beside(Alerts.class, "revise.lua", Long.class);
    private static final Script<Long> TURN = Script.beside(Alerts.class, "turn.lua", Long.class);
    private static final Script<Long> CONFIRM = Script.beside(Alerts.class, "confirm.lua", Long.class);
    private static final Script<Long> NEWS = Script.beside(Alerts.class, "update.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final AlertSettings settings;
    private final Clock clock;
    private final Together<AlertId, AlertId, Optional<Alert>> found;
    private final Together<Audience, Audience, Optional<Instructions>> instructions;

    private record Audience(AlertId alert, List<Part> parts) {}

    Alerts(StringRedisTemplate redis, Vault vault, AlertSettings settings, Clock clock) {
        this.redis = redis;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
        this.found = Together.alike(this::read);
        this.instructions = Together.alike(audience -> read(audience.alert, audience.parts));
    }

    /** Where an alert is kept, and what its texts are sealed for, from the draft on. */
    static String key(AlertId id) {
        return "{dabyl}:alert:" + id.value();
    }

    /**
     * Opens the alert that a draft describes and plans its launch; once, however often it is called. What a Redis that stood still
     * comes to read later than {@link #LATEST} opens nothing: the organiser has been told to try again.
     */
    public Optional<Alert> raise(AlertId draft) {
        // by the clock of one server on both sides, for another may be wrong
        long asked = CLOCK.run(redis, List.of(OPEN));
        RAISE.run(
                redis,
                List.of(Drafts.key(draft), key(draft), OPEN, NUMBER, Timetable.KEY, Drafts.besides(redis, draft)),
                draft.value(),
                clock.millis(),
                asked + LATEST.toMillis(),
                Drafts.RESIDENTS.value(),
                clock.millis() + settings.idle().minus(settings.warning()).toMillis());
        return find(draft);
    }

    /** Has the boards show what was launched: they may have been drawn before it was, and would rest for a while. */
    public void launched(AlertId id) {
        redis.opsForZSet().add(Timetable.KEY, "board|" + id.value(), (double) clock.millis());
    }

    /** Closes the alert and plans the message that tells everyone; false where it is closed already. */
    public boolean standDown(AlertId id, Ending ending, String reason) {
        return CLOSE.run(
                        redis,
                        List.of(key(id), OPEN, OVER, Timetable.KEY),
                        id.value(),
                        clock.millis(),
                        ending.name(),
                        vault.seal(reason, key(id)),
                        Life.ALERT.time().toMillis(),
                        clock.millis() + settings.homeCheck().toMillis())
                == 1;
    }

    /**
     * Changes the plan of an open alert; false where it is over.
     *
     * @param change asked again where the plan was changed meanwhile
     */
    public boolean revise(AlertId id, UnaryOperator<Plan> change) {
        return revise(id, change, (before, after) -> REVISE.run(redis, List.of(key(id)), before, after));
    }

    /** Makes an alert to be ready for a call, and plans to tell its people; false where it is over, or another call was first. */
    public boolean turnIntoCall(AlertId id) {
        return revise(
                id,
                plan -> plan.withLevel(Level.CALL),
                (before, after) ->
                        TURN.run(redis, List.of(key(id), Timetable.KEY), before, after, id.value(), clock.millis()));
    }

    private boolean revise(AlertId id, UnaryOperator<Plan> change, BiFunction<String, String, Long> keep) {
        while (true) {
            String sealed = redis.<String, String>opsForHash().get(key(id), "plan");
            if (sealed == null) {
                return false;
            }
            Plan plan = PlanForm.read(vault.open(sealed, key(id)));
            String after = vault.seal(PlanForm.write(change.apply(plan)), key(id));
            long revised = keep.apply(sealed, after);
            if (revised != CHANGED_MEANWHILE) {
                return revised == 1;
            }
        }
    }

    /** An organiser answers for an alert that residents raised, and everyone who was called is told; false where that is not to be told. */
    public boolean confirm(AlertId id) {
        return CONFIRM.run(redis, List.of(key(id), Timetable.KEY), id.value(), clock.millis()) == 1;
    }

    /** Plans news; {@code order} tells one piece of news from another. */
    boolean update(AlertId id, long order, News news) {
        return NEWS.run(
                        redis,
                        List.of(key(id), Timetable.KEY),
                        id.value(),
                        clock.millis(),
                        order,
                        vault.seal(news.form(), key(id)),
                        news.topic() == Topic.NEWS ? "latest:" + news.to().tag() : "")
                == 1;
    }

    /** The number of the newest alert there was; 0 before the first. */
    public int newest() {
        return Integer.parseInt(Objects.requireNonNullElse(redis.opsForValue().get(NUMBER), "0"));
    }

    public Optional<Alert> find(AlertId id) {
        return found.ask(id, id);
    }

    private Optional<Alert> read(AlertId id) {
        Map<String, String> fields = redis.<String, String>opsForHash().entries(key(id));
        return fields.isEmpty() ? Optional.empty() : Optional.of(read(id, fields));
    }

    /** Open alerts, newest first. */
    public List<Alert> open() {
        Set<String> ids = redis.opsForZSet().reverseRange(OPEN, 0, -1);
        return Objects.requireNonNullElse(ids, Set.<String>of()).stream()
                .flatMap(id -> find(new AlertId(id)).stream())
                .filter(Alert::open)
                .toList();
    }

    /** Every alert that still knows its people: the open ones, and those over for less than {@link #PEOPLE}. */
    public List<AlertId> kept() {
        return Stream.of(OPEN, OVER)
                .map(key -> redis.opsForZSet().range(key, 0, -1))
                .filter(Objects::nonNull)
                .flatMap(Set::stream)
                .map(AlertId::new)
                .toList();
    }

    /** Every alert of which anything may still name an organiser; those that know their people no more among them. */
    public List<AlertId> remembered() {
        Set<String> counted = redis.opsForZSet().range(COUNTED, 0, -1);
        return Stream.concat(
                        kept().stream(),
                        Objects.requireNonNullElse(counted, Set.<String>of()).stream()
                                .map(AlertId::new))
                .distinct()
                .toList();
    }

    /** Those that were over by then and still know their people. */
    public List<AlertId> overSince(Instant then) {
        Set<String> ids = redis.opsForZSet().rangeByScore(OVER, Double.NEGATIVE_INFINITY, (double) then.toEpochMilli());
        return Objects.requireNonNullElse(ids, Set.<String>of()).stream()
                .map(AlertId::new)
                .toList();
    }

    /** The alert knows its people no more: what named them is gone. */
    public void forgetPeople(AlertId id) {
        long now = clock.millis();
        Duration life = Life.ALERTS_COUNTED.time();
        redis.opsForZSet().add(COUNTED, id.value(), (double) now);
        redis.opsForZSet().removeRangeByScore(COUNTED, Double.NEGATIVE_INFINITY, (double) (now - life.toMillis()));
        redis.expire(COUNTED, life);
        redis.opsForZSet().remove(OVER, id.value());
    }

    /** Has the card of an open alert posted where it does not stand yet, e.g. in a channel that was bound meanwhile. */
    public void postAgain(AlertId id) {
        redis.opsForZSet().add(Timetable.KEY, POST + "|" + id.value() + ".card", (double) clock.millis());
    }

    /** When it was stood down; empty where it is open, or knows its people no more. */
    public Optional<Instant> endedAt(AlertId id) {
        return Optional.ofNullable(redis.opsForZSet().score(OVER, id.value()))
                .map(ms -> Instant.ofEpochMilli(ms.longValue()));
    }

    Optional<News> news(AlertId id, String order) {
        Object sealed = redis.opsForHash().get(key(id), "update:" + order);
        return Optional.ofNullable(sealed).map(form -> News.read(vault.open((String) form, key(id))));
    }

    /** What is true now for those whom news to one of these parts reaches; empty where the alert is not known. */
    Optional<Instructions> instructions(AlertId id, List<Part> parts) {
        Audience audience = new Audience(id, parts);
        return instructions.ask(audience, audience);
    }

    private Optional<Instructions> read(AlertId id, List<Part> parts) {
        List<String> fields = Stream.concat(Stream.of("plan"), parts.stream().map(part -> "latest:" + part.tag()))
                .toList();
        List<String> values = redis.<String, String>opsForHash().multiGet(key(id), fields);
        String newest = values.stream()
                .skip(1)
                .flatMap(Stream::ofNullable)
                .map(latest -> latest.split("\\|", 2))
                .max(Comparator.comparingLong(latest -> Long.parseLong(latest[0])))
                .map(latest -> News.read(vault.open(latest[1], key(id))).text())
                .orElse("");
        return Optional.ofNullable(values.getFirst())
                .map(plan -> PlanForm.read(vault.open(plan, key(id))))
                .map(plan -> new Instructions(plan.muster(), plan.rendezvous(), newest));
    }

    private Alert read(AlertId id, Map<String, String> fields) {
        String reason = fields.get("reason");
        return new Alert(
                id,
                Integer.parseInt(fields.getOrDefault("number", "0")),
                new DistrictCode(Objects.requireNonNull(fields.get("district"))),
                PlanForm.read(vault.open(Objects.requireNonNull(fields.get("plan")), key(id))),
                "open".equals(fields.get("state")),
                Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault("openedAt", "0"))),
                Ending.valueOf(fields.getOrDefault("ending", Ending.STOOD_DOWN.name())),
                reason == null ? "" : vault.open(reason, key(id)),
                Origin.of(fields.getOrDefault("origin", Origin.ORGANISER.tag())));
    }
}
