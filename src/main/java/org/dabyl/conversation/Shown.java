package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Origin;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.DeliverySettings;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Progress;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
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
 * <tr><td>{dabyl}:shown:&lt;sealed chat&gt;</td><td>hash</td><td>reach:&lt;code&gt; → number; number → of the newest alert; text:&lt;command&gt; →
 * sealed answer; alert:&lt;id&gt; → ms|number|district|reach|sealed text</td><td>until
 * reinstated; 24 h where they were not suspended</td></tr>
 * </table>
 */
@Component
final class Shown implements Reach {

    private static final Duration UNUSED = Duration.ofDays(1);

    private final StringRedisTemplate redis;
    private final Vault vault;
    private final Organisers organisers;
    private final Districts districts;
    private final Supporters supporters;
    private final Alerts alerts;
    private final Boards boards;
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
            DeliverySettings settings,
            Clock clock) {
        this.redis = redis;
        this.vault = vault;
        this.organisers = organisers;
        this.districts = districts;
        this.supporters = supporters;
        this.alerts = alerts;
        this.boards = boards;
        this.settings = settings;
        this.clock = clock;
    }

    /** Keeps what this organiser could see now, from now on. */
    void freeze(Organiser organiser, Map<String, String> answers) {
        Map<String, String> shown = new HashMap<>();
        districts.all().stream()
                .filter(district -> organisers.mayCall(organiser, district.code()))
                .forEach(district -> shown.put(
                        "reach:" + district.code().value(),
                        Long.toString(supporters.reach(districts.calledFor(district.code())))));
        answers.forEach((command, text) -> shown.put("text:" + command, seal(organiser, "text:" + command, text)));
        long newest = 0;
        for (Alert alert : alerts.open()) {
            newest = Math.max(newest, alert.number());
            if (organisers.mayCall(organiser, alert.district())) {
                long reach = boards.situation(alert).progress().recipients();
                shown.put("alert:" + alert.id().value(), form(organiser, alert, reach));
            }
        }
        shown.put("number", Long.toString(newest));
        redis.delete(key(organiser));
        shown.forEach((field, value) -> redis.opsForHash().put(key(organiser), field, value));
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

    /** What a command answered at the time. */
    Optional<String> text(Organiser organiser, String command) {
        String field = "text:" + command;
        return read(organiser, field).map(form -> vault.open(form, key(organiser) + field));
    }

    /** An alert that reaches nobody, for a draft that was sent. */
    Alert send(Organiser organiser, Draft draft) {
        long number = redis.opsForHash().increment(key(organiser), "number", 1);
        Alert alert = alert(draft.id(), (int) number, draft.district(), draft.plan(), clock.instant());
        redis.opsForHash()
                .put(
                        key(organiser),
                        "alert:" + draft.id().value(),
                        form(organiser, alert, reach(organiser, draft.district())));
        return alert;
    }

    /** The alerts that this organiser believes to be open, the newest first. */
    List<Alert> open(Organiser organiser) {
        List<Alert> open = new ArrayList<>();
        redis.<String, String>opsForHash().entries(key(organiser)).forEach((field, form) -> {
            if (field.startsWith("alert:")) {
                String[] parts = form.split("\\|", 5);
                open.add(alert(
                        new AlertId(field.substring("alert:".length())),
                        Integer.parseInt(parts[1]),
                        new DistrictCode(parts[2]),
                        Plan.call(vault.open(parts[4], key(organiser) + field)),
                        Instant.ofEpochMilli(Long.parseLong(parts[0]))));
            }
        });
        open.sort((one, other) -> other.openedAt().compareTo(one.openedAt()));
        return open;
    }

    void end(Organiser organiser, Alert alert) {
        redis.opsForHash().delete(key(organiser), "alert:" + alert.id().value());
    }

    /** Its board: delivered at the pace at which it would be, and answered by nobody. */
    Message board(Organiser organiser, Alert alert, Language language) {
        long reach = recipients(organiser, alert);
        long seconds = Math.max(0, (clock.millis() - alert.openedAt().toEpochMilli()) / 1000);
        long sent = Math.min(reach, (long) (seconds * settings.broadcastRate()));
        Progress progress = new Progress(reach, reach - sent, 0, 0, sent, 0, 0, 0);
        Tally nobody = new Tally(new TreeMap<>(), 0, 0, 0);
        return boards.render(alert, new Situation(progress, 0, nobody, new History(Map.of()), 0), language);
    }

    /** When its board would show that everybody has got it. */
    Instant sentBy(Organiser organiser, Alert alert) {
        long seconds = 3 + (long) (recipients(organiser, alert) / settings.broadcastRate());
        return alert.openedAt().plusSeconds(seconds);
    }

    long recipients(Organiser organiser, Alert alert) {
        return read(organiser, "alert:" + alert.id().value())
                .map(form -> Long.parseLong(form.split("\\|", 5)[3]))
                .orElse(0L);
    }

    private static Alert alert(AlertId id, int number, DistrictCode district, Plan plan, Instant at) {
        return new Alert(id, number, district, plan, true, at, Ending.STOOD_DOWN, "", Origin.ORGANISER);
    }

    private String form(Organiser organiser, Alert alert, long reach) {
        String field = "alert:" + alert.id().value();
        return String.join(
                "|",
                Long.toString(alert.openedAt().toEpochMilli()),
                Integer.toString(alert.number()),
                alert.district().value(),
                Long.toString(reach),
                seal(organiser, field, alert.plan().text()));
    }

    private Optional<String> read(Organiser organiser, String field) {
        return Optional.ofNullable(redis.<String, String>opsForHash().get(key(organiser), field));
    }

    private String seal(Organiser organiser, String field, String text) {
        return vault.seal(text, key(organiser) + field);
    }

    private static String key(Organiser organiser) {
        return "{dabyl}:shown:" + organiser.address().chat().value();
    }
}
