package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dabyl.alert.Activity;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Calls;
import org.dabyl.alert.Clearable;
import org.dabyl.alert.Ring;
import org.dabyl.alert.Rings;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Belongings;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Doubt;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Outages;
import org.dabyl.delivery.Post;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.store.Life;
import org.dabyl.store.Together;
import org.dabyl.timetable.Timetable;
import org.dabyl.turnout.Answers;
import org.dabyl.turnout.Curve;
import org.dabyl.turnout.Experience;
import org.dabyl.turnout.Remarks;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The boards of an alert: one message for each organiser, kept up to date.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:alert:&lt;id&gt;:boards</td><td>hash</td>
 * <td>sealed chat → sealed message id|fingerprint of what it shows; |how often one may have been sent, until when not again</td><td>48 h after the last change</td></tr>
 * <tr><td>{dabyl}:alert:&lt;id&gt;:boards:before</td><td>hash</td>
 * <td>sealed chat → sealed message ids of boards that others took the place of</td><td>48 h after the last</td></tr>
 * </table>
 */
@Component
final class Boards implements Belongings, Clearable {

    static final String STEP = "board";
    private static final Duration COALESCING = Duration.ofSeconds(2);
    private static final Duration LIFE = Life.BOARDS.time();
    private static final long NOWHERE = 0;
    private static final String DOUBT = "|";

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Organisers organisers;
    private final Alerts alerts;
    private final Calls calls;
    private final Outages outages;
    private final Rings rings;
    private final Answers answers;
    private final Remarks remarks;
    private final Experience experience;
    private final Curve curve;
    private final BoardRenderer renderer;
    private final Activity activity;
    private final List<BoardAddition> additions;
    private final GuestBoard guests;
    private final Timetable timetable;
    private final Post post;
    private final Post clearing;
    private final Clock clock;
    private final Together<AlertId, AlertId, Instant> changes;
    private final EachBot eachBot = new EachBot();

    Boards(
            StringRedisTemplate redis,
            Vault vault,
            Organisers organisers,
            Alerts alerts,
            Calls calls,
            Outages outages,
            Rings rings,
            Answers answers,
            Remarks remarks,
            Experience experience,
            Curve curve,
            BoardRenderer renderer,
            Activity activity,
            List<BoardAddition> additions,
            GuestBoard guests,
            Timetable timetable,
            Post post,
            Clock clock) {
        this.redis = redis;
        this.vault = vault;
        this.organisers = organisers;
        this.alerts = alerts;
        this.calls = calls;
        this.outages = outages;
        this.rings = rings;
        this.answers = answers;
        this.remarks = remarks;
        this.experience = experience;
        this.curve = curve;
        this.renderer = renderer;
        this.activity = activity;
        this.additions = additions;
        this.guests = guests;
        this.timetable = timetable;
        this.post = post.boards().once();
        this.clearing = post.clearing();
        this.clock = clock;
        this.changes = Together.alike(this::plan);
    }

    /** Something to show has changed: all changes of two seconds are one edit, which leaves the chat room for answers. */
    void changed(AlertId id) {
        changes.ask(id, id);
    }

    private Instant plan(AlertId id) {
        activity.saw(id);
        Instant due = clock.instant().plus(COALESCING);
        timetable.at(STEP, id.value(), due);
        return due;
    }

    /** The message that the organiser pressed will be their board. */
    void reserve(Chat chat, AlertId id) {
        long pressed = chat.pressedMessage();
        if (pressed != NOWHERE) {
            supersede(id, chat.person(), pressed);
            keep(id, chat.person(), pressed, "");
        }
    }

    /** Makes the message that the organiser pressed, or a new one, their board. */
    void show(Chat chat, Alert alert) {
        Message board = render(alert, chat.language());
        long message = chat.show(board);
        if (message != NOWHERE) {
            supersede(alert.id(), chat.person(), message);
            keep(alert.id(), chat.person(), message, fingerprint(board));
        }
        changed(alert.id());
    }

    /** How many organisers of the district have got no board of this alert: no message reaches them. */
    long without(Alert alert) {
        return organisers.responsible(alert.district()).stream()
                .filter(organiser -> kept(alert.id(), organiser.address()).isEmpty())
                .count();
    }

    /** A board stands in the chat with one bot: who moves gets a new one from the other. */
    @Override
    public void bring(Address from, Address to) {
        alerts.kept()
                .forEach(id -> redis.opsForHash().delete(key(id), from.chat().value()));
    }

    /** Whoever is no organiser any more has no boards; their messages stay in the chat. */
    void forget(Address gone) {
        for (AlertId id : alerts.remembered()) {
            redis.opsForHash().delete(key(id), gone.chat().value());
            redis.opsForHash().delete(before(id), gone.chat().value());
        }
    }

    /**
     * Brings every board up to date, and gives one to every organiser of the district, or of one that a ring called, who has none;
     * whether they will stay up to date until somebody answers, for the card is out and Telegram took each.
     */
    boolean refresh(Alert alert) {
        Situation situation = situation(alert);
        if (alert.open()) {
            curve.sample(alert, situation.tally());
        }
        Map<BotId, Supplier<Boolean>> work = new HashMap<>();
        readers(alert).stream()
                .collect(Collectors.groupingBy(organiser -> organiser.address().bot()))
                .forEach((bot, some) ->
                        work.put(bot, () -> refresh(alert, some, language -> render(alert, situation, language))));
        return (work.isEmpty() || eachBot.all(alert.id().value(), work))
                && situation.progress().ended();
    }

    @Override
    public boolean clear(AlertId id) {
        boolean through = clearBefore(id);
        for (var board : redis.<String, String>opsForHash().entries(key(id)).entrySet()) {
            SealedId chat = new SealedId(board.getKey());
            Optional<Address> organiser = organisers.botOf(chat).map(bot -> new Address(bot, chat));
            through &= organiser.isEmpty() || inDoubt(board.getValue()) || clear(id, organiser.get(), board.getValue());
        }
        return through;
    }

    private boolean clearBefore(AlertId id) {
        boolean through = true;
        for (var before : redis.<String, String>opsForHash().entries(before(id)).entrySet()) {
            SealedId chat = new SealedId(before.getKey());
            List<Long> messages = Arrays.stream(before.getValue().split(",", -1))
                    .map(board -> vault.openNumber(board, before(id) + ":" + chat.value()))
                    .toList();
            boolean gone = organisers
                    .botOf(chat)
                    .map(bot -> clearing.delete(new Address(bot, chat), messages) != Post.Edit.UNKNOWN)
                    .orElse(true);
            if (gone) {
                redis.opsForHash().delete(before(id), chat.value());
            }
            through &= gone;
        }
        return through;
    }

    private boolean clear(AlertId id, Address organiser, String form) {
        String[] kept = form.split("\\|", 2);
        long message = vault.openNumber(kept[0], place(id, organiser));
        boolean gone = message == NOWHERE || clearing.delete(organiser, List.of(message)) != Post.Edit.UNKNOWN;
        if (gone) {
            keep(id, organiser, NOWHERE, kept[1]);
        }
        return gone;
    }

    private boolean refresh(Alert alert, List<Organiser> some, Function<Language, Message> boards) {
        boolean shown = true;
        for (Organiser organiser : some) {
            Message board = boards.apply(organiser.language());
            if (!organisers.mayCall(organiser, alert.district())) {
                board = guests.of(board, organiser.language());
            }
            shown &= refresh(alert, organiser.address(), board);
        }
        return shown;
    }

    private long stranded(Alert alert) {
        Set<BotId> out = outages.all().keySet();
        return out.isEmpty() ? 0 : calls.stranded(alert.id(), out);
    }

    private boolean refresh(Alert alert, Address organiser, Message board) {
        Optional<String[]> kept = kept(alert.id(), organiser);
        if (kept.isEmpty()) {
            return !alert.open() || give(alert.id(), organiser, board);
        }
        long message = vault.openNumber(kept.get()[0], place(alert.id(), organiser));
        if (message == NOWHERE || kept.get()[1].equals(fingerprint(board))) {
            return true;
        }
        Post.Edit edit = toReader(organiser).edit(organiser, message, board);
        if (edit != Post.Edit.UNKNOWN && organisers.inOffice(organiser)) {
            // one that was deleted is not sent again unasked
            keep(alert.id(), organiser, edit == Post.Edit.DONE ? message : NOWHERE, fingerprint(board));
        }
        return edit != Post.Edit.UNKNOWN;
    }

    private boolean give(AlertId id, Address organiser, Message board) {
        Doubt doubt = form(id, organiser)
                .filter(Boards::inDoubt)
                .map(form -> Doubt.of(form.substring(DOUBT.length())))
                .orElse(Doubt.NONE);
        if (doubt.lasts(clock.instant())) {
            return false;
        }
        OptionalLong message = toReader(organiser).send(organiser, board);
        if (!organisers.inOffice(organiser)) {
            return true;
        }
        if (message.isPresent()) {
            keep(id, organiser, message.getAsLong(), fingerprint(board));
        } else {
            put(id, organiser, DOUBT + doubt.more(clock.instant()).form());
        }
        return message.isPresent();
    }

    /** Who steps down or is cut off while their board waits for its turn learns nothing more of the alert, and has none that is kept. */
    private Post toReader(Address organiser) {
        return post.onlyIf(() -> organisers.inOffice(organiser));
    }

    /** Whether there is no board yet, but for one that may have arrived. */
    private static boolean inDoubt(String form) {
        return form.startsWith(DOUBT);
    }

    private Message render(Alert alert, Language language) {
        return render(alert, situation(alert), language);
    }

    /** What is true of the alert now. */
    Situation situation(Alert alert) {
        AlertId id = alert.id();
        return new Situation(
                calls.progress(id), stranded(alert), answers.tally(id), experience.history(), remarks.count(id));
    }

    Message render(Alert alert, Situation situation, Language language) {
        Message board = renderer.render(alert, situation, language);
        for (BoardAddition addition : additions) {
            board = addition.add(board, alert, language);
        }
        return board;
    }

    private List<Organiser> readers(Alert alert) {
        Ring outermost = rings.of(alert).outermost();
        return outermost == Ring.OWN
                ? organisers.responsible(alert.district())
                : organisers.responsible(rings.codes(alert.district(), outermost));
    }

    private Optional<String[]> kept(AlertId id, Address organiser) {
        return form(id, organiser).filter(form -> !inDoubt(form)).map(form -> form.split("\\|", 2));
    }

    private Optional<String> form(AlertId id, Address organiser) {
        Object form = redis.opsForHash().get(key(id), organiser.chat().value());
        return Optional.ofNullable((String) form);
    }

    private void keep(AlertId id, Address organiser, long message, String fingerprint) {
        put(id, organiser, vault.sealNumber(message, place(id, organiser)) + "|" + fingerprint);
    }

    private void put(AlertId id, Address organiser, String form) {
        redis.opsForHash().put(key(id), organiser.chat().value(), form);
        redis.expire(key(id), LIFE);
    }

    /** A board that another message takes the place of stays in the chat, and has to be known when chats are cleared. */
    private void supersede(AlertId id, Address organiser, long message) {
        kept(id, organiser)
                .map(form -> vault.openNumber(form[0], place(id, organiser)))
                .filter(known -> known != NOWHERE && known != message)
                .ifPresent(known -> {
                    String chat = organiser.chat().value();
                    String seal = vault.sealNumber(known, before(id) + ":" + chat);
                    Object earlier = redis.opsForHash().get(before(id), chat);
                    redis.opsForHash().put(before(id), chat, earlier == null ? seal : earlier + "," + seal);
                    redis.expire(before(id), LIFE);
                });
    }

    private static String before(AlertId id) {
        return key(id) + ":before";
    }

    private static String fingerprint(Message board) {
        return Integer.toHexString(List.of(board.text(), board.keyboard()).hashCode());
    }

    private static String key(AlertId id) {
        return "{dabyl}:alert:" + id.value() + ":boards";
    }

    private static String place(AlertId id, Address organiser) {
        return key(id) + ":" + organiser.chat().value();
    }
}
