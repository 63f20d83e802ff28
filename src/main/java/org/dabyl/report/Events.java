package org.dabyl.report;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Kind;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Trace;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.dabyl.timetable.Timetable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Every event of the last two days.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:report:&lt;id&gt;</td><td>hash</td><td>district, kind, state, openedAt, lastAt, quorumAt, numbers; answeredAt, heldUntil,
 * alert, claimedAt where it came to that</td><td>48 h after the last report</td></tr>
 * <tr><td>{dabyl}:report:&lt;id&gt;:seen</td><td>hash</td><td>sealed chat → number|bot|ms; sealed chat:words, :place and :photo →
 * what was added, sealed</td><td>48 h after the last report</td></tr>
 * <tr><td>{dabyl}:reports</td><td>sorted set</td><td>events by ms of their last report</td><td>48 h after it</td></tr>
 * <tr><td>{dabyl}:reports-newest</td><td>hash</td><td>district|kind → the newest event</td><td>for ever</td></tr>
 * <tr><td>{dabyl}:report-draft:&lt;alert&gt;</td><td>string</td><td>the event that a draft was made from</td><td>1 h</td></tr>
 * </table>
 */
@Component
public class Events implements Trace {

    /** How long an event and what was said of it are kept after its last report. */
    public static final Duration LIFE = Life.REPORT.time();

    /** All changes of so long are one edit of a card. */
    static final Duration COALESCING = Duration.ofSeconds(2);

    /** The step that brings the cards of an event up to date; whoever shows cards runs it. */
    public static final String CARDS = "report";

    static final String QUORUM = "quorum";
    static final String UNANSWERED = "unanswered";
    static final String TOLD = "told";

    /** Twice as long as an alert that was asked for may take to open. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private static final Duration DRAFT = Life.REPORT_DRAFT.time();
    private static final String PREFIX = "{dabyl}:report:";
    static final String ALL = "{dabyl}:reports";
    private static final Script<String> JOIN = Script.beside(Events.class, "join.lua", String.class);
    private static final Script<Long> ADD = Script.beside(Events.class, "add.lua", Long.class);
    private static final Script<Long> HOLD = Script.beside(Events.class, "hold.lua", Long.class);
    private static final Script<String> CLAIMED = Script.beside(Events.class, "claim.lua", String.class);
    private static final Script<Long> DECIDE = Script.beside(Events.class, "decide.lua", Long.class);

    private final StringRedisTemplate redis;
    private final EventReader reader;
    private final ReportSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Events(StringRedisTemplate redis, EventReader reader, ReportSettings settings, Clock clock) {
        this.redis = redis;
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
    }

    static String key(EventId id) {
        return PREFIX + id.value();
    }

    static String seen(EventId id) {
        return key(id) + ":seen";
    }

    public Optional<Event> find(EventId id) {
        Map<String, String> fields = redis.<String, String>opsForHash().entries(key(id));
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(reader.read(
                        id, fields, redis.<String, String>opsForHash().entries(seen(id))));
    }

    /** The event that a report belongs to, with the report in it. */
    Event join(Address person, List<DistrictCode> district, Kind kind, Optional<Duration> quorum) {
        List<Object> arguments = new ArrayList<>(List.of(
                PREFIX,
                EventId.random(random).value(),
                clock.millis(),
                settings.merge().toMillis(),
                LIFE.toMillis(),
                person.chat().value(),
                person.bot().value(),
                quorum.map(Duration::toMillis).orElse(-1L),
                settings.unanswered().toMillis(),
                COALESCING.toMillis(),
                kind.name()));
        district.forEach(code -> arguments.add(code.value()));
        String joined = JOIN.run(
                redis, List.of("{dabyl}:reports-newest", ALL, Timetable.KEY, Alerts.OPEN), arguments.toArray());
        return find(new EventId(joined.substring(0, joined.indexOf('|')))).orElseThrow();
    }

    /** Adds words, a place or a photo to a person's report; false where they have none in this event. */
    boolean add(EventId id, Address person, String what, String said) {
        return ADD.run(
                        redis,
                        List.of(seen(id), Timetable.KEY),
                        person.chat().value(),
                        what,
                        reader.seal(id, person, what, said),
                        id.value(),
                        clock.millis() + COALESCING.toMillis())
                == 1;
    }

    /** An organiser answers without deciding: for a while the quorum waits. False where the event is decided already. */
    public boolean hold(EventId id) {
        long until = clock.millis() + settings.hold().toMillis();
        return HOLD.run(redis, List.of(key(id), Timetable.KEY), id.value(), clock.millis(), until) == 1;
    }

    /** The draft of an alert is made from this event. */
    public void drafted(AlertId draft, EventId id) {
        redis.opsForValue().set(draftKey(draft), id.value(), DRAFT);
    }

    /** The alert that is to be sent in place of this draft: of several for one event the first, else the draft's own. */
    public AlertId claim(AlertId draft) {
        return Optional.ofNullable(redis.opsForValue().get(draftKey(draft)))
                .map(event -> claim(new EventId(event), draft, false))
                .filter(alert -> !alert.isEmpty())
                .map(AlertId::new)
                .orElse(draft);
    }

    /** The event's alert: this one, or an earlier one; empty where it is to have none. */
    String claim(EventId id, AlertId alert, boolean unattended) {
        return CLAIMED.run(
                redis, List.of(key(id)), alert.value(), clock.millis(), CLAIM.toMillis(), unattended ? 1 : 0);
    }

    /** The event comes from one state to another; false where it was in none or in another. */
    boolean decide(EventId id, State from, State to, Optional<AlertId> alert) {
        return DECIDE.run(
                        redis,
                        List.of(key(id), Timetable.KEY),
                        id.value(),
                        from.tag(),
                        to.tag(),
                        alert.map(AlertId::value).orElse(""),
                        clock.millis(),
                        CLAIM.toMillis())
                == 1;
    }

    /** Every event that is kept, newest first. */
    public List<EventId> kept() {
        Set<String> ids = redis.opsForZSet().reverseRange(ALL, 0, -1);
        return Objects.requireNonNullElse(ids, Set.<String>of()).stream()
                .map(EventId::new)
                .toList();
    }

    /** Events of which nobody decided anything, reported so lately that another report would join them. */
    List<Event> open() {
        Instant since = clock.instant().minus(settings.merge());
        Set<String> ids = redis.opsForZSet().rangeByScore(ALL, (double) since.toEpochMilli(), Double.MAX_VALUE);
        return Objects.requireNonNullElse(ids, Set.<String>of()).stream()
                .flatMap(id -> find(new EventId(id)).stream())
                .filter(event -> event.state() == State.OPEN)
                .toList();
    }

    @Override
    public void erase(Address person) {
        String chat = person.chat().value();
        for (EventId id : kept()) {
            redis.opsForHash().delete(seen(id), chat, chat + ":words", chat + ":place", chat + ":photo");
        }
    }

    private static String draftKey(AlertId draft) {
        return "{dabyl}:report-draft:" + draft.value();
    }
}
