package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Drafts;
import org.dabyl.alert.Kind;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** {@code /alert}: three taps, or one line, and the call is out. */
@Component
final class AlertCommand implements Command, Pressable, Asking {

    private static final int QUOTED = 40;

    private final Organisers organisers;
    private final Districts districts;
    private final DistrictButtons buttons;
    private final Drafts drafts;
    private final OwnDrafts own;
    private final Alerts alerts;
    private final Questions questions;
    private final Previews previews;
    private final Noting noting;
    private final Sending sending;
    private final Seconding seconding;

    AlertCommand(
            Organisers organisers,
            Districts districts,
            DistrictButtons buttons,
            Drafts drafts,
            OwnDrafts own,
            Alerts alerts,
            Questions questions,
            Previews previews,
            Noting noting,
            Sending sending,
            Seconding seconding) {
        this.organisers = organisers;
        this.districts = districts;
        this.buttons = buttons;
        this.drafts = drafts;
        this.own = own;
        this.alerts = alerts;
        this.questions = questions;
        this.previews = previews;
        this.noting = noting;
        this.sending = sending;
        this.seconding = seconding;
    }

    @Override
    public Set<String> names() {
        return Set.of("alert");
    }

    @Override
    public Set<String> verbs() {
        return Set.of("where", "new", "send", "reword", "drop");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        if (rest.isEmpty()) {
            choose(chat, Phrase.ALERT_CHOOSE, 0);
            return;
        }
        String[] words = rest.split("\\s+", 2);
        callable(chat, words[0])
                .ifPresentOrElse(
                        district -> preview(chat, district, words.length > 1 ? words[1] : ""),
                        () -> choose(chat, Phrase.ALERT_UNKNOWN_CODE, 0, cut(words[0])));
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        return switch (verb) {
            case "where" -> subject.matches("\\d{1,4}") && turn(chat, Integer.parseInt(subject));
            case "new" -> {
                Optional<District> district = callable(chat, subject);
                district.ifPresent(known -> preview(chat, known, ""));
                yield district.isPresent();
            }
            default -> AlertId.parse(subject).map(id -> press(chat, verb, id)).orElse(false);
        };
    }

    @Override
    public Set<String> questions() {
        return Set.of("reword");
    }

    /** Gives a draft another text and shows it again. */
    @Override
    public void answered(Chat chat, String question, String subject, String text) {
        own.open(chat, new AlertId(subject))
                .ifPresentOrElse(
                        draft -> chat.show(previews.render(
                                chat, drafts.revise(draft, draft.plan().withText(text)))),
                        () -> chat.say(Phrase.PREVIEW_GONE));
    }

    private boolean press(Chat chat, String verb, AlertId id) {
        if (verb.equals("send")) {
            send(chat, id);
            return true;
        }
        Optional<Draft> draft = own.open(chat, id);
        if (draft.isEmpty()) {
            chat.toast(Phrase.PREVIEW_GONE);
        } else if (verb.equals("drop")) {
            drafts.drop(id);
            chat.show(Message.of(chat.text(Phrase.PREVIEW_DROPPED), Keyboard.none()));
        } else {
            questions.ask(chat.person(), "reword:" + id.value());
            chat.say(Phrase.ASK_TEXT, Alerts.LONGEST_TEXT);
        }
        return true;
    }

    private void send(Chat chat, AlertId id) {
        Optional<Draft> draft = own.find(chat, id);
        if (draft.isPresent() && seconding.needed(chat, draft.get())) {
            seconding.ask(chat, draft.get());
            return;
        }
        // a second press, or the first one heard again after a crash, finds the alert and no draft
        Optional<Alert> alert = draft.isPresent() ? sending.raise(chat, id) : alerts.find(id);
        Organiser self = chat.organiser().orElseThrow();
        alert.filter(known -> organisers.mayCall(self, known.district()))
                .ifPresentOrElse(
                        known -> {
                            noting.raised(self, known);
                            sending.launch(chat, known);
                        },
                        () -> chat.toast(Phrase.PREVIEW_GONE));
    }

    private Optional<District> callable(Chat chat, String code) {
        return DistrictCode.parse(code)
                .flatMap(districts::find)
                .filter(district -> organisers.mayCall(chat.organiser().orElseThrow(), district.code()));
    }

    private void preview(Chat chat, District district, String text) {
        if (fits(chat, text)) {
            Plan plan = Plan.call(text);
            // words of one's own say what it is: a kind that nobody chose might contradict them
            Plan said = text.isEmpty() ? plan : plan.withKind(Kind.OTHER);
            chat.show(previews.render(chat, drafts.write(chat.person().chat(), district.code(), said)));
        }
    }

    /** The beginning of what stands where a code should: the answer that quotes it must fit into a message. */
    private static String cut(String word) {
        int points = word.codePointCount(0, word.length());
        return points <= QUOTED ? word : word.substring(0, word.offsetByCodePoints(0, QUOTED)) + "…";
    }

    private static boolean fits(Chat chat, String text) {
        boolean fits = text.length() <= Alerts.LONGEST_TEXT;
        if (!fits) {
            chat.say(Phrase.TOO_LONG, text.length(), Alerts.LONGEST_TEXT);
        }
        return fits;
    }

    private boolean turn(Chat chat, int page) {
        choose(chat, Phrase.ALERT_CHOOSE, page);
        return true;
    }

    private void choose(Chat chat, Phrase question, int page, Object... filling) {
        List<District> own = buttons.ordered().stream()
                .filter(district -> organisers.mayCall(chat.organiser().orElseThrow(), district.code()))
                .toList();
        List<List<Button>> rows = new ArrayList<>(buttons.page(
                own,
                page,
                district -> Button.press(
                        district.name(chat.language().tag()),
                        "new:" + district.code().value()),
                next -> chat.button(Phrase.MORE_PAGES, "where:" + next)));
        chat.ask(question, rows, filling);
    }
}
