package org.dabyl.turnout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Part;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Dispatch;
import org.dabyl.delivery.DispatchId;
import org.dabyl.delivery.Dispatches;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.delivery.Priority;
import org.dabyl.delivery.Progress;
import org.dabyl.delivery.Receipts;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.Life;
import org.dabyl.supporter.Skill;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * After the end of an alert: who came is asked whether they are home, and who does not answer is on a list, by number, that those
 * who offered legal help read. Nobody learns whom a number stands for.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:alert:&lt;id&gt;:asked:&lt;number&gt;</td><td>string</td><td>that this one was asked again</td><td>10 min</td></tr>
 * </table>
 */
@Component
public class HomeCheck {

    /** How long after the end of its alert a list does not change any more: an hour before nobody knows who is on it. */
    static final Duration LISTED = Alerts.PEOPLE.minusHours(1);

    private static final Duration ONCE_IN = Life.ASKED.time();

    private final StringRedisTemplate redis;
    private final Alerts alerts;
    private final Answers answers;
    private final Outstanding outstanding;
    private final Pseudonyms pseudonyms;
    private final Supporters supporters;
    private final Districts districts;
    private final Dispatches dispatches;
    private final Receipts receipts;
    private final Post post;
    private final HomeWording wording;
    private final Clock clock;

    HomeCheck(
            StringRedisTemplate redis,
            Alerts alerts,
            Answers answers,
            Outstanding outstanding,
            Pseudonyms pseudonyms,
            Supporters supporters,
            Districts districts,
            Dispatches dispatches,
            Receipts receipts,
            Post post,
            HomeWording wording,
            Clock clock) {
        this.redis = redis;
        this.alerts = alerts;
        this.answers = answers;
        this.outstanding = outstanding;
        this.pseudonyms = pseudonyms;
        this.supporters = supporters;
        this.districts = districts;
        this.dispatches = dispatches;
        this.receipts = receipts;
        this.post = post;
        this.wording = wording;
        this.clock = clock;
    }

    /** What became of the wish to ask somebody again. */
    public enum Asked {
        ASKED,
        /** They were asked in the last 10 minutes. */
        JUST_NOW,
        /** They have answered. */
        ANSWERED,
        /** They left, or could not be reached. */
        GONE
    }

    /** Asks one person again, whom only the number tells. */
    public Asked askAgain(Alert alert, int number) {
        Optional<Address> person = pseudonyms.person(alert.id(), number);
        if (person.isEmpty()) {
            return Asked.GONE;
        }
        if (!out(person.get(), alert.id())) {
            return Asked.ANSWERED;
        }
        String key = "{dabyl}:alert:" + alert.id().value() + ":asked:" + number;
        if (!Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key, "1", ONCE_IN))) {
            return Asked.JUST_NOW;
        }
        Language language =
                supporters.find(person.get()).map(Supporter::language).orElse(Language.RU);
        Message question = Objects.requireNonNull(wording.question(alert).get(language));
        Post whoIsOut = post.onlyWhile(() -> out(person.get(), alert.id()));
        return whoIsOut.send(person.get(), question).isPresent() ? Asked.ASKED : Asked.GONE;
    }

    /** Whether the list of this alert was sent to this person. */
    public boolean reads(Address person, AlertId id) {
        return receipts.of(person, list(id)).isPresent();
    }

    /** The alert that was over last of those to which this person came, and after which they have not said that they are home. */
    public Optional<Alert> lastOut(Address person) {
        return alerts.kept().reversed().stream()
                .filter(id -> out(person, id))
                .flatMap(id -> alerts.find(id).stream())
                .filter(alert -> !alert.open())
                .findFirst();
    }

    /** Asks everyone who is out, once a round. */
    boolean ask(Alert alert, String round) {
        Dispatch question = new Dispatch(
                new DispatchId(alert.id().value() + ".home-" + round),
                Priority.REMINDER,
                // who muted after they came is asked too: else they would be looked for
                true,
                wording.question(alert));
        return dispatches.launch(
                        question,
                        bot -> new Audience(List.of(answers.sets(bot, alert.id(), Part.INVOLVED)), List.of(), ""))
                > 0;
    }

    /** Sends the list, where somebody is out, to those of the district and around it who offered legal help. */
    boolean list(Alert alert) {
        List<Missing> missing = outstanding.of(alert.id());
        if (missing.isEmpty()) {
            return false;
        }
        Set<DistrictCode> near = new TreeSet<>(districts.withDescendants(alert.district()));
        Set<DistrictCode> around = new TreeSet<>(districts.calledFor(alert.district()));
        around.removeAll(near);
        dispatches.launch(
                new Dispatch(list(alert.id()), Priority.REMINDER, false, wording.list(alert, missing, false)),
                bot -> new Audience(
                        around.isEmpty() ? List.of(keys(bot, near)) : List.of(keys(bot, near), keys(bot, around)),
                        List.of(Supporters.key(bot, Skill.LAW)),
                        List.of(),
                        ""));
        return true;
    }

    /** Brings every copy of the list up to date; whether all are, for it is out and Telegram took each. */
    boolean refresh(Alert alert) {
        Progress progress = dispatches.progress(list(alert.id()));
        Optional<Instant> end = alerts.endedAt(alert.id());
        if (progress.recipients() == 0 || end.isEmpty()) {
            return true;
        }
        boolean closed = !clock.instant().isBefore(end.get().plus(LISTED));
        Map<Language, Message> lists = wording.list(alert, outstanding.of(alert.id()), closed);
        boolean[] shown = {true};
        receipts.each(list(alert.id()), (reader, message) -> {
            Language language = supporters.find(reader).map(Supporter::language).orElse(Language.RU);
            Post.Edit edit = post.onlyIf(() -> reads(reader, alert.id()))
                    .edit(reader, message, Objects.requireNonNull(lists.get(language)));
            shown[0] &= edit != Post.Edit.UNKNOWN;
        });
        return shown[0] && progress.ended();
    }

    private boolean out(Address person, AlertId id) {
        return answers.of(person, id)
                .filter(answer -> answer instanceof Answer.Coming || answer instanceof Answer.Here)
                .isPresent();
    }

    private static DispatchId list(AlertId id) {
        return new DispatchId(id.value() + ".home-list");
    }

    private static List<String> keys(BotId bot, Set<DistrictCode> codes) {
        return codes.stream().map(code -> Supporters.key(bot, code)).toList();
    }
}
