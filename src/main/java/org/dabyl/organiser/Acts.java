package org.dabyl.organiser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dabyl.district.DistrictCode;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What the organisers did: a log in which each act carries the mark of the one before, so that none can be removed, changed or moved
 * without {@link #verify()} finding it. Noting an act also plans that the others are told.
 *
 * <p>An act is noted before it is done: one that was noted and then failed does less harm than one that nobody was told of.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:acts</td><td>list</td><td>{@link ActForm}, the oldest first; details sealed, organisers by their numbers</td>
 * <td>30 days, and the newest 5,000</td></tr>
 * <tr><td>{dabyl}:acts-ends</td><td>hash</td><td>head, base → place|mark of the newest act, and of the newest that outlived its time;
 * told → ms when the others were last told</td><td>for ever</td></tr>
 * <tr><td>{dabyl}:acts-once:&lt;token&gt;</td><td>string</td><td>that it was noted; names nobody</td><td>24 h</td></tr>
 * </table>
 */
@Component
public class Acts {

    /** How long an act stays in the log: long enough to look back when somebody turns out to be an agent. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** The step that tells the others. */
    public static final String TELL = "acts";

    /** Its only subject. */
    public static final String ALL = "all";

    static final String KEY = "{dabyl}:acts";
    static final String ENDS = "{dabyl}:acts-ends";

    /** The most acts that are kept. */
    static final int MOST = 5_000;

    /** More are never done within the time in which the same rings once, nor untold at once in one minute. */
    public static final int LOOKED_AT = 300;

    /** Telegram brings an update again for as long, so it may be handled again. */
    private static final Duration ONCE = Life.ACTS_ONCE.time();

    /** Longer details are cut: the log is no archive of texts. */
    private static final int LONGEST_DETAIL = 200;

    private static final Script<Long> APPEND = Script.beside(Acts.class, "append.lua", Long.class);
    private static final Script<Long> OUTLIVE = Script.beside(Acts.class, "outlive.lua", Long.class);
    private static final long CHANGED_MEANWHILE = 0;

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final OrganiserNumbers numbers;
    private final ActSettings settings;
    private final Clock clock;
    private final ActLog log;

    Acts(StringRedisTemplate redis, Vault vault, OrganiserNumbers numbers, ActSettings settings, Clock clock) {
        this.redis = redis;
        this.vault = vault;
        this.numbers = numbers;
        this.settings = settings;
        this.clock = clock;
        this.log = new ActLog(redis, vault);
    }

    /** Notes an act that needs no more words; {@code where} empty for every district. */
    public void note(Organiser by, Act act, Set<DistrictCode> where) {
        note(by, act, where, "", "", UUID.randomUUID().toString());
    }

    /**
     * Notes an act, and plans that the other organisers of the districts are told.
     *
     * @param where the districts it is about; empty for all
     * @param about the number of the alert; empty for none
     * @param detail what else is worth knowing; kept sealed, cut after 200 characters
     * @param once the same for the same act, so that a step which runs twice notes once; names nobody
     */
    public void note(Organiser by, Act act, Set<DistrictCode> where, String about, String detail, String once) {
        int number = numbers.of(by);
        long noted = CHANGED_MEANWHILE;
        while (noted == CHANGED_MEANWHILE) {
            List<String> ends = redis.<String, String>opsForHash().multiGet(ENDS, List.of("head", "told"));
            String head = ends.get(0) == null ? "" : ends.get(0);
            Entry entry = entry(ActLog.place(head) + 1, number, act, where, about, detail);
            ActForm form = ActForm.write(vault, entry, head.isEmpty() ? ActForm.NONE : head.split("\\|", -1)[1]);
            noted = APPEND.run(
                    redis,
                    List.of(KEY, ENDS, "{dabyl}:acts-once:" + once, Timetable.KEY),
                    head,
                    form.end(),
                    form.text(),
                    ONCE.toMillis(),
                    TELL + "|" + ALL,
                    due(entry, ends.get(1)));
            if (noted == 1) {
                log.saw(form);
            }
        }
    }

    /** An act as it would stand in the log, where it does not stand: the others are not told of it. */
    public Entry unnoted(Organiser by, Act act, Set<DistrictCode> where, String about, String detail) {
        return entry(0, numbers.of(by), act, where, about, detail);
    }

    private Entry entry(long place, int by, Act act, Set<DistrictCode> where, String about, String detail) {
        return new Entry(place, clock.instant(), by, act, where, about, cut(detail.strip()));
    }

    /** The newest acts, the oldest of them first; those that somebody changed are left out. */
    public List<Entry> newest(int most) {
        return log.read(most).acts().stream()
                .flatMap(text -> ActForm.read(vault, text).stream())
                .map(form -> form.entry(vault))
                .toList();
    }

    /** What somebody did to the log; empty where it is whole. */
    public Optional<Tampering> verify() {
        return log.verify();
    }

    /** Notes that the others were told now; the next message waits for its pause. */
    public void told() {
        redis.opsForHash().put(ENDS, "told", Long.toString(clock.millis()));
    }

    /** When the next message of acts may follow one that was told now. */
    public Instant next() {
        return clock.instant().plus(settings.pause());
    }

    /** Takes away what has outlived its time. */
    public void outlive() {
        List<String> acts = log.read(0).acts();
        Instant oldest = clock.instant().minus(LIFE);
        // what somebody changed stays, and all after it, until somebody has looked into it
        List<ActForm> forms = acts.stream()
                .map(text -> ActForm.read(vault, text))
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .toList();
        int many = 0;
        while (many < forms.size()
                && (acts.size() - many > MOST
                        || forms.get(many).entry(vault).at().isBefore(oldest))) {
            many++;
        }
        if (many > 0) {
            ActForm last = forms.get(many - 1);
            OUTLIVE.run(redis, List.of(KEY, ENDS), many, last.text(), log.base(last.place()));
        }
    }

    private long due(Entry entry, String told) {
        long now = clock.millis();
        return told == null || rings(entry)
                ? now
                : Math.max(now, Long.parseLong(told) + settings.pause().toMillis());
    }

    private boolean rings(Entry entry) {
        return entry.act().loud()
                && Loud.of(Stream.concat(newest(LOOKED_AT).stream(), Stream.of(entry))
                                .toList())
                        .contains(entry);
    }

    private static String cut(String detail) {
        int points = detail.codePointCount(0, detail.length());
        return points <= LONGEST_DETAIL
                ? detail
                : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_DETAIL)) + "…";
    }
}
