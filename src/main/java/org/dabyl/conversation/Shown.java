package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Origin;
import org.dabyl.alert.Plan;
import org.dabyl.alert.PlanForm;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.DeliverySettings;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Progress;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Entry;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.supporter.Supporters;
import org.dabyl.turnout.History;
import org.dabyl.turnout.Tally;
import org.dabyl.vault.Vault;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * What a suspended organiser is shown: the numbers of the moment in which they were suspended, and alerts of their own that are none.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:shown:&lt;sealed chat&gt;</td><td>hash</td><td>reach:&lt;code&gt; → number; number → of the newest alert; log → place of the
 * newest act; acts → how many they did since; act:&lt;n&gt; → sealed act; text:&lt;command&gt;:&lt;language&gt; → sealed answer; open:&lt;id&gt; →
 * ms|number|district|reach|answers|sealed plan; board:&lt;id&gt; → sealed message id; locked → ms; settled → 1 once what they had begun is ended</td><td>until reinstated;
 * 24 h where they were not suspended</td></tr>
 * </table>
 */
@Component
final class Shown implements Reach {

    private static final Duration UNUSED = Duration.ofDays(1);

    /** By then somebody would have unlocked again what they locked. */
    private static final Duration LOCKED = Duration.ofHours(1);

    private static final Tally NOBODY = Tally.read("");
    private static final String OPEN = "open:";
    private static final String BOARD = "board:";
    private static final String ACT = "act:";
    private static final int FIELDS = 6;
    private static final int ACT_FIELDS = 6;

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Organisers organisers;
    private final Districts districts;
    private final Supporters supporters;
    private final Alerts alerts;
    private final Boards boards;
    private final Acts acts;
    private final DeliverySettings settings;
    private final Clock clock;

    Shown(
            StringRedisTemplate redis,
            Vault vault,
            Organisers organisers,
            Districts districts,
            Supporters supporters,
            Alerts alerts,
            Boards boards,
            Acts acts,
            DeliverySettings settings,
            Clock clock) {
        this.redis = redis;
        this.vault = vault;
        this.organisers = organisers;
        this.districts = districts;
        this.supporters = supporters;
        this.alerts = alerts;
        this.boards = boards;
        this.acts = acts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps what this organiser could see now, from now on; answers are named by the command and the language. */
    void freeze(Organiser organiser, Map<String, String> answers) {
        Map<String, String> shown = new HashMap<>();
        districts.all().stream()
                .filter(district -> organisers.mayCall(organiser, district.code()))
                .forEach(district -> shown.put(
                        "reach:" + district.code().value(),
                        Long.toString(supporters.reach(districts.calledFor(district.code())))));
        answers.forEach((name, text) -> shown.put("text:" + name, seal(organiser, "text:" + name, text)));
        for (Alert alert : alerts.open()) {
            if (organisers.mayCall(organiser, alert.district())) {
                Situation now = boards.situation(alert);
                shown.put(
                        OPEN + alert.id().value(),
                        form(organiser, alert, now.progress().recipients(), now.tally()));
            }
        }
        shown.put("number", Integer.toString(alerts.newest()));
        acts.newest(1).forEach(newest -> shown.put("log", Long.toString(newest.place())));
        redis.delete(key(organiser));
        shown.forEach((field, value) -> put(organiser, field, value));
        // a wish that no second one follows leaves nothing behind
        redis.expire(key(organiser), UNUSED);
    }

    /** It is shown from now on. */
    void keep(Organiser organiser) {
        redis.persist(key(organiser));
    }

    void forget(Organiser organiser) {
        redis.delete(key(organiser));
    }

    @Override
    public long of(Chat chat, DistrictCode code) {
        return chat.suspended()
                ? reach(chat.organiser().orElseThrow(), code)
                : supporters.reach(districts.calledFor(code));
    }

    private long reach(Organiser organiser, DistrictCode code) {
        return Long.parseLong(read(organiser, "reach:" + code.value()).orElse("0"));
    }

    /** What they had begun is ended: what they begin from now on is left alone. */
    void settled(Organiser organiser) {
        put(organiser, "settled", "1");
    }

    boolean isSettled(Organiser organiser) {
        return read(organiser, "settled").isPresent();
    }

    /** What a command answered at the time, in this language. */
    Optional<String> text(Organiser organiser, String command, Language language) {
        String field = "text:" + command + ":" + language.tag();
        return read(organiser, field).map(form -> vault.open(form, place(organiser, field)));
    }

    /** Where the log of acts ended at the time. */
    long logged(Organiser organiser) {
        return read(organiser, "log").map(Long::parseLong).orElse(0L);
    }

    /** They believe that they did this; only the last acts fit into the log that they are shown. */
    void did(Organiser organiser, Entry act) {
        long many = redis.opsForHash().increment(key(organiser), "acts", 1);
        String codes = act.where().stream().map(DistrictCode::value).collect(Collectors.joining(","));
        String form = String.join(
                "|",
                Long.toString(act.at().toEpochMilli()),
                Integer.toString(act.by()),
                act.act().name(),
                codes,
                act.about(),
                act.detail());
        put(organiser, ACT + many, seal(organiser, ACT + many, form));
        redis.opsForHash().delete(key(organiser), ACT + (many - LogCommand.SHOWN));
    }

    /** What they believe that they did since, the oldest first. */
    List<Entry> acts(Organiser organiser) {
        long many = read(organiser, "acts").map(Long::parseLong).orElse(0L);
        return LongStream.rangeClosed(Math.max(1, many - LogCommand.SHOWN + 1), many)
                .mapToObj(number -> ACT + number)
                .flatMap(
                        field -> read(organiser, field).map(form -> vault.open(form, place(organiser, field))).stream())
                .map(Shown::act)
                .toList();
    }

    private static Entry act(String form) {
        String[] parts = form.split("\\|", ACT_FIELDS);
        Set<DistrictCode> where = Arrays.stream(parts[3].split(","))
                .filter(code -> !code.isEmpty())
                .map(DistrictCode::new)
                .collect(Collectors.toSet());
        return new Entry(
                0,
                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                Integer.parseInt(parts[1]),
                Act.valueOf(parts[2]),
                where,
                parts[4],
                parts[5]);
    }

    /** They believe that everything is locked, or not any more. */
    void lock(Organiser organiser, boolean locked) {
        put(organiser, "locked", locked ? Long.toString(clock.millis()) : "0");
    }

    boolean locked(Organiser organiser) {
        return read(organiser, "locked")
                .filter(since -> clock.millis() - Long.parseLong(since) < LOCKED.toMillis())
                .isPresent();
    }

    /** An alert that reaches nobody, for a draft that was sent. */
    Alert send(Organiser organiser, Draft draft) {
        long number = redis.opsForHash().increment(key(organiser), "number", 1);
        Alert alert = alert(draft.id(), (int) number, draft.district(), draft.plan(), clock.instant());
        keep(organiser, alert, reach(organiser, draft.district()), NOBODY);
        return alert;
    }

    /** Changes its plan; the alert as it is then. */
    Alert change(Organiser organiser, Alert alert, UnaryOperator<Plan> change) {
        Alert changed =
                alert(alert.id(), alert.number(), alert.district(), change.apply(alert.plan()), alert.openedAt());
        keep(organiser, changed, recipients(organiser, alert), tally(organiser, alert));
        return changed;
    }

    /** They counted so many who are there without Telegram. */
    void count(Organiser organiser, Alert alert, long others) {
        keep(
                organiser,
                alert,
                recipients(organiser, alert),
                tally(organiser, alert).counting(others));
    }

    /** The alerts that this organiser believes to be open, the newest first. */
    List<Alert> open(Organiser organiser) {
        List<Alert> open = new ArrayList<>();
        redis.<String, String>opsForHash().entries(key(organiser)).forEach((field, form) -> {
            if (field.startsWith(OPEN)) {
                String[] parts = form.split("\\|", FIELDS);
                open.add(alert(
                        new AlertId(field.substring(OPEN.length())),
                        Integer.parseInt(parts[1]),
                        new DistrictCode(parts[2]),
                        PlanForm.read(vault.open(parts[5], place(organiser, field))),
                        Instant.ofEpochMilli(Long.parseLong(parts[0]))));
            }
        });
        open.sort((one, other) -> other.openedAt().compareTo(one.openedAt()));
        return open;
    }

    /** Where its board stands in their chat. */
    void stands(Organiser organiser, Alert alert, long message) {
        String field = BOARD + alert.id().value();
        put(organiser, field, vault.sealNumber(message, place(organiser, field)));
    }

    Optional<Long> standing(Organiser organiser, Alert alert) {
        String field = BOARD + alert.id().value();
        return read(organiser, field).map(form -> vault.openNumber(form, place(organiser, field)));
    }

    void end(Organiser organiser, Alert alert) {
        redis.opsForHash()
                .delete(
                        key(organiser),
                        OPEN + alert.id().value(),
                        BOARD + alert.id().value());
    }

    /** Its board: delivered at the pace at which it would be, and answered by nobody any more. */
    Message board(Organiser organiser, Alert alert, Language language) {
        long reach = recipients(organiser, alert);
        long seconds = Math.max(0, (clock.millis() - alert.openedAt().toEpochMilli()) / 1000);
        long sent = Math.min(reach, (long) (seconds * settings.broadcastRate()));
        long left = reach - sent;
        Progress progress = new Progress(reach, alert.open() ? left : 0, 0, 0, sent, 0, 0, alert.open() ? 0 : left);
        Situation situation = new Situation(progress, 0, tally(organiser, alert), new History(Map.of()), 0);
        // of one that really runs, what is noted under its own name goes on changing
        String id = alert.id().value();
        String other = new StringBuilder(id).reverse().toString();
        Message board = boards.render(alert.named(new AlertId(other)), situation, language);
        return new Message(board.title(), board.body(), renamed(board.keyboard(), other, id), board.silent());
    }

    private static Keyboard renamed(Keyboard keyboard, String from, String to) {
        return keyboard instanceof Keyboard.Inline inline
                ? Keyboard.inline(inline.rows().stream()
                        .map(row -> row.stream()
                                .map(button -> renamed(button, from, to))
                                .toList())
                        .toList())
                : keyboard;
    }

    private static Button renamed(Button button, String from, String to) {
        String data = button.data();
        return data == null ? button : Button.press(button.label(), data.replace(from, to));
    }

    /** When its board would show that everybody has got it. */
    Instant sentBy(Organiser organiser, Alert alert) {
        long seconds = 3 + (long) (recipients(organiser, alert) / settings.broadcastRate());
        return alert.openedAt().plusSeconds(seconds);
    }

    long recipients(Organiser organiser, Alert alert) {
        return Long.parseLong(part(organiser, alert, 3).orElse("0"));
    }

    /** Who had answered at the time, with those whom they counted since. */
    Tally tally(Organiser organiser, Alert alert) {
        return Tally.read(part(organiser, alert, 4).orElse(""));
    }

    private Optional<String> part(Organiser organiser, Alert alert, int which) {
        return read(organiser, OPEN + alert.id().value()).map(form -> form.split("\\|", FIELDS)[which]);
    }

    private static Alert alert(AlertId id, int number, DistrictCode district, Plan plan, Instant at) {
        return new Alert(id, number, district, plan, true, at, Ending.STOOD_DOWN, "", Origin.ORGANISER);
    }

    private void keep(Organiser organiser, Alert alert, long reach, Tally tally) {
        put(organiser, OPEN + alert.id().value(), form(organiser, alert, reach, tally));
    }

    private String form(Organiser organiser, Alert alert, long reach, Tally tally) {
        return String.join(
                "|",
                Long.toString(alert.openedAt().toEpochMilli()),
                Integer.toString(alert.number()),
                alert.district().value(),
                Long.toString(reach),
                tally.form(),
                seal(organiser, OPEN + alert.id().value(), PlanForm.write(alert.plan())));
    }

    private void put(Organiser organiser, String field, String value) {
        redis.opsForHash().put(key(organiser), field, value);
    }

    private Optional<String> read(Organiser organiser, String field) {
        return Optional.ofNullable(redis.<String, String>opsForHash().get(key(organiser), field));
    }

    private String seal(Organiser organiser, String field, String text) {
        return vault.seal(text, place(organiser, field));
    }

    /** As a rotation of the keys looks for it. */
    private static String place(Organiser organiser, String field) {
        return key(organiser) + ":" + field;
    }

    private static String key(Organiser organiser) {
        return "{dabyl}:shown:" + organiser.address().chat().value();
    }
}
