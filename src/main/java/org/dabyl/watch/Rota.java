package org.dabyl.watch;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Fleet;
import org.dabyl.delivery.Trace;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.Life;
import org.dabyl.supporter.Hours;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Every shift.
 *
 * <table>
 * <caption>Keys, in the slot of their bot unless said otherwise</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>watches</td><td>hash</td><td>shift → sealed chat|sealed district, day and hours</td><td>until it is given up</td></tr>
 * <tr><td>{dabyl}:watched:&lt;shift&gt;:&lt;ms of its begin&gt;</td><td>string</td><td>1: somebody reported in</td><td>24 h</td></tr>
 * </table>
 */
@Component
public class Rota implements Trace, Belongings {

    /** How many shifts one person can have. */
    public static final int MOST = 14;

    /** The steps of a shift; their subject is the shift and the ms at which it begins. */
    static final String REMIND = "watch-remind";

    static final String BEGIN = "watch-begin";

    /** The step that tells that nobody reported in; whoever speaks to organisers runs it. */
    public static final String MISSED = "watch-missed";

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 10;

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final Vault vault;
    private final Districts districts;
    private final Timetable timetable;
    private final WatchSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Rota(
            StringRedisTemplate redis,
            Fleet fleet,
            Vault vault,
            Districts districts,
            Timetable timetable,
            WatchSettings settings,
            Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.vault = vault;
        this.districts = districts;
        this.timetable = timetable;
        this.settings = settings;
        this.clock = clock;
    }

    /** Signs up; empty where the person has this shift already, or {@link #MOST} of them. */
    public Optional<Shift> add(Address watcher, DistrictCode district, DayOfWeek day, Hours hours) {
        List<Shift> own = of(watcher);
        boolean known = own.stream()
                .anyMatch(shift -> shift.district().equals(district)
                        && shift.day() == day
                        && shift.hours().equals(hours));
        if (known || own.size() >= MOST) {
            return Optional.empty();
        }
        Shift shift = new Shift(name(), watcher, district, day, hours);
        write(shift);
        plan(shift);
        return Optional.of(shift);
    }

    /** Gives a shift up, where it is this person's. */
    public boolean remove(Address watcher, String id) {
        boolean own = find(id).filter(shift -> shift.watcher().equals(watcher)).isPresent();
        if (own) {
            redis.opsForHash().delete(key(watcher.bot()), id);
        }
        return own;
    }

    /** A person's shifts, those earliest in the week first. */
    public List<Shift> of(Address watcher) {
        return at(watcher.bot()).stream()
                .filter(shift -> shift.watcher().equals(watcher))
                .toList();
    }

    /** All shifts of a district, on all bots. */
    public List<Shift> in(DistrictCode district) {
        return all().stream().filter(shift -> shift.district().equals(district)).toList();
    }

    public Optional<Shift> find(String id) {
        return fleet.bots().stream()
                .flatMap(bot ->
                        Optional.ofNullable(redis.<String, String>opsForHash().get(key(bot), id))
                                .map(form -> read(bot, id, form))
                                .stream())
                .findFirst();
    }

    /** Somebody keeps this watch, and says so. */
    public void reportIn(String id, Instant start) {
        redis.opsForValue().set(watched(id, start), "1", Life.WATCHED.time());
    }

    public boolean reportedIn(String id, Instant start) {
        return redis.hasKey(watched(id, start));
    }

    /** Of the others who keep watch over the same district, the one whose shift begins next after this. */
    public Optional<Shift> nextAfter(Shift shift, Instant start) {
        return in(shift.district()).stream()
                .filter(other -> !other.watcher().chat().equals(shift.watcher().chat()))
                .min(Comparator.comparing(other -> other.next(start, districts.zoneOf(other.district()))));
    }

    /** Plans what comes before and at the shift's next begin. */
    void plan(Shift shift) {
        Instant start = shift.next(clock.instant(), districts.zoneOf(shift.district()));
        String subject = shift.id() + "@" + start.toEpochMilli();
        Instant reminder = start.minus(settings.reminder());
        if (reminder.isAfter(clock.instant())) {
            timetable.at(REMIND, subject, reminder);
        }
        timetable.at(BEGIN, subject, start);
    }

    @Override
    public void bring(Address from, Address to) {
        of(from).forEach(shift -> write(new Shift(shift.id(), to, shift.district(), shift.day(), shift.hours())));
        erase(from);
    }

    @Override
    public void erase(Address person) {
        Object[] own = of(person).stream().map(Shift::id).toArray();
        if (own.length > 0) {
            redis.opsForHash().delete(key(person.bot()), own);
        }
    }

    private List<Shift> all() {
        return fleet.bots().stream().flatMap(bot -> at(bot).stream()).toList();
    }

    private List<Shift> at(BotId bot) {
        List<Shift> shifts = new ArrayList<>();
        redis.<String, String>opsForHash().entries(key(bot)).forEach((id, form) -> shifts.add(read(bot, id, form)));
        shifts.sort(Comparator.comparing(Shift::day)
                .thenComparing(shift -> shift.hours().from()));
        return shifts;
    }

    private void write(Shift shift) {
        String words = String.join(
                "|",
                shift.district().value(),
                Integer.toString(shift.day().getValue()),
                shift.hours().toString());
        String form = shift.watcher().chat().value() + "|"
                + vault.seal(words, place(shift.watcher().bot(), shift.id()));
        redis.opsForHash().put(key(shift.watcher().bot()), shift.id(), form);
    }

    private Shift read(BotId bot, String id, String form) {
        int bar = form.indexOf('|');
        String[] words = vault.open(form.substring(bar + 1), place(bot, id)).split("\\|", 3);
        return new Shift(
                id,
                new Address(bot, new SealedId(form.substring(0, bar))),
                new DistrictCode(words[0]),
                DayOfWeek.of(Integer.parseInt(words[1])),
                Hours.parse(words[2]).orElseThrow());
    }

    private String name() {
        StringBuilder name = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }

    private static String key(BotId bot) {
        return bot.key("watches");
    }

    private static String place(BotId bot, String id) {
        return key(bot) + ":" + id;
    }

    private static String watched(String id, Instant start) {
        return "{dabyl}:watched:" + id + ":" + start.toEpochMilli();
    }
}
