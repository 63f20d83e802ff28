package org.dabyl.organiser;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dabyl.store.Script;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Cutting an organiser off, the owner too: any two others who share a district with them do it at once, and any two can take it back.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:suspended</td><td>hash</td><td>sealed chat of a suspended organiser → ms since when</td><td>until reinstated</td></tr>
 * <tr><td>{dabyl}:wish:&lt;suspend or reinstate&gt;:&lt;sealed chat&gt;</td><td>set</td><td>sealed chats of those who want it</td>
 * <td>30 min, a setting</td></tr>
 * </table>
 */
@Component
public class Suspensions {

    /** The step that ends what a suspended organiser had begun; its subject is their number. */
    public static final String CUT = "cut-off";

    private static final String SUSPEND = "suspend";
    private static final String REINSTATE = "reinstate";
    private static final Script<Long> VOTE = Script.beside(Suspensions.class, "vote.lua", Long.class);

    /** What became of a wish. */
    public enum Wish {
        NOTHING_TO_DO,
        NEEDS_A_SECOND,
        DONE,
        TOO_NEW
    }

    private final StringRedisTemplate redis;
    private final Organisers organisers;
    private final OrganiserNumbers numbers;
    private final Probation probation;
    private final SuspensionSettings settings;
    private final Clock clock;

    Suspensions(
            StringRedisTemplate redis,
            Organisers organisers,
            OrganiserNumbers numbers,
            Probation probation,
            SuspensionSettings settings,
            Clock clock) {
        this.redis = redis;
        this.organisers = organisers;
        this.numbers = numbers;
        this.probation = probation;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those whom this organiser can help to cut off, or to have back: they share a district. */
    public List<Organiser> concerned(Organiser by, boolean suspended) {
        return (suspended ? organisers.suspended() : organisers.everyone())
                .stream().filter(other -> shares(by, other)).toList();
    }

    /** The organiser of that number among them. */
    public Optional<Organiser> concerned(Organiser by, boolean suspended, int number) {
        return concerned(by, suspended).stream()
                .filter(other -> numbers.of(other) == number)
                .findFirst();
    }

    public Wish suspend(Organiser by, Organiser other) {
        return wish(by, other, SUSPEND);
    }

    public Wish reinstate(Organiser by, Organiser other) {
        return wish(by, other, REINSTATE);
    }

    public long minutes() {
        return Math.max(1, settings.within().toMinutes());
    }

    /** Whether the wish of this organiser counts: nobody is half of two on the first day. */
    public boolean mayWish(Organiser by) {
        return !probation.on(by);
    }

    /** Forgets what the organiser wished, and what others wished of them. */
    void forget(Organiser gone) {
        for (String what : List.of(SUSPEND, REINSTATE)) {
            redis.delete(key(what, gone));
            for (Organiser other : organisers.everyone()) {
                redis.opsForSet().remove(key(what, other), gone.address().chat().value());
            }
            for (Organiser other : organisers.suspended()) {
                redis.opsForSet().remove(key(what, other), gone.address().chat().value());
            }
        }
    }

    private Wish wish(Organiser by, Organiser other, String what) {
        if (!mayWish(by)) {
            return Wish.TOO_NEW;
        }
        SealedId target = other.address().chat();
        long done = VOTE.run(
                redis,
                List.of(key(what, other), Organisers.SUSPENDED, Timetable.KEY),
                by.address().chat().value(),
                target.value(),
                what,
                clock.millis(),
                settings.within().toMillis(),
                CUT + "|" + numbers.of(other));
        return Wish.values()[(int) done];
    }

    private static String key(String what, Organiser about) {
        return "{dabyl}:wish:" + what + ":" + about.address().chat().value();
    }

    private boolean shares(Organiser one, Organiser other) {
        return !one.address().chat().equals(other.address().chat())
                && (one.owner()
                        || other.owner()
                        || other.districts().stream().anyMatch(code -> organisers.mayCall(one, code))
                        || one.districts().stream().anyMatch(code -> organisers.mayCall(other, code)));
    }
}
