package org.dabyl.conversation;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Drafts;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Links;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.OrganiserNumbers;
import org.dabyl.organiser.Organisers;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/**
 * Answers a suspended organiser as if nothing had happened, and does nothing of what they say.
 *
 * <p>Everything else in the program takes them for nobody: {@link Organisers#find} does not find them, so no board, notice or act
 * reaches them, and a command that is not named here has no effect. Only what cannot act is handed to the real command: choosing,
 * writing and changing a draft. Numbers come from {@link Shown}. Whatever is not imitated "did not work just now", as when Redis
 * hiccups.
 */
@Component
final class Shade implements Step {

    private static final Set<String> REAL_COMMANDS = Set.of("alert", "help", "leave", "forget");
    private static final Set<String> REAL_VERBS = Set.of(
            "where",
            "new",
            "reword",
            "drop",
            "level",
            "kinds",
            "kind",
            "needs",
            "need",
            "needother",
            "gather",
            "meet",
            "draft");
    private static final Set<String> REAL_QUESTIONS = Set.of("reword", "needother", "gather", "meet");
    private static final Set<String> ON_AN_ALERT = Set.of(
            "board",
            "news",
            "newsto",
            "muster",
            "rendezvous",
            "others",
            "over",
            "overyes",
            "overfalse",
            "raise",
            "ring",
            "hold",
            "unhold",
            "keep");
    private static final String QUESTION = "shade-";
    private static final String SECOND = "second";
    private static final int SECRET_BYTES = 16;

    private final Map<String, Command> commands = new HashMap<>();
    private final Map<String, Pressable> buttons = new HashMap<>();
    private final Shown shown;
    private final Drafts drafts;
    private final OwnDrafts own;
    private final Questions questions;
    private final FreeText freeText;
    private final Districts districts;
    private final Organisers organisers;
    private final OrganiserNumbers numbers;
    private final Seconding seconding;
    private final Links links;
    private final Timetable timetable;
    private final Post post;
    private final SecureRandom random = new SecureRandom();

    Shade(
            List<Command> commands,
            List<Pressable> buttons,
            Shown shown,
            Drafts drafts,
            OwnDrafts own,
            Questions questions,
            FreeText freeText,
            Districts districts,
            Organisers organisers,
            OrganiserNumbers numbers,
            Seconding seconding,
            Links links,
            Timetable timetable,
            Post post) {
        commands.forEach(command -> command.names().forEach(name -> this.commands.put(name, command)));
        buttons.forEach(button -> button.verbs().forEach(verb -> this.buttons.put(verb, button)));
        this.shown = shown;
        this.drafts = drafts;
        this.own = own;
        this.questions = questions;
        this.freeText = freeText;
        this.districts = districts;
        this.organisers = organisers;
        this.numbers = numbers;
        this.seconding = seconding;
        this.links = links;
        this.timetable = timetable;
        this.post = post.boards();
    }

    /** Answers what only an organiser could say; false where it is what anybody can, which is answered as anybody's. */
    boolean hears(Chat chat, Said said) {
        boolean heard =
                switch (said) {
                    case Said.Press press -> press(chat, press.data().split(":", 2));
                    case Said.Text text -> text(chat, text.text().strip());
                    case Said.Place place ->
                        asked(chat).filter(REAL_QUESTIONS::contains).isPresent() && place(chat, place);
                    default -> false;
                };
        if (heard) {
            chat.toast("");
        }
        return heard;
    }

    private boolean place(Chat chat, Said.Place place) {
        freeText.hear(chat, place);
        return true;
    }

    private boolean text(Chat chat, String text) {
        if (!text.startsWith("/")) {
            Optional<String> asked = asked(chat);
            if (asked.filter(REAL_QUESTIONS::contains).isPresent()) {
                freeText.hear(chat, text);
            } else if (asked.filter(name -> name.startsWith(QUESTION)).isPresent()) {
                String[] question = questions.take(chat.person()).orElse(":").split(":", 2);
                alert(chat, question[1])
                        .ifPresent(alert -> done(chat, question[0].substring(QUESTION.length()), alert, text));
            } else {
                return false;
            }
            return true;
        }
        Spoken spoken = Spoken.read(text);
        Command command = commands.get(spoken.name());
        if (command == null || (command.who() != Who.ORGANISER && !REAL_COMMANDS.contains(spoken.name()))) {
            return false;
        }
        questions.erase(chat.person());
        command(chat, command, spoken.name(), spoken.rest());
        return true;
    }

    private void command(Chat chat, Command command, String name, String rest) {
        if (REAL_COMMANDS.contains(name)) {
            command.run(chat, name, rest);
            return;
        }
        switch (name) {
            case "board" -> onAlert(chat, "board", "");
            case "update", "muster", "rendezvous", "others" ->
                onAlert(chat, name.equals("update") ? "news" : name, rest);
            case "standdown" -> onAlert(chat, "overyes", "");
            case "falsealarm" -> onAlert(chat, "overfalse", "");
            case "invite" -> invite(chat, rest);
            case "link" -> command.run(chat, name, rest);
            case "log", "organisers" ->
                shown.text(self(chat), name)
                        .ifPresentOrElse(
                                text -> chat.send(Message.of(text, Keyboard.none())), () -> chat.say(Phrase.TRY_AGAIN));
            default -> chat.say(Phrase.TRY_AGAIN);
        }
    }

    private boolean press(Chat chat, String[] data) {
        Pressable button = buttons.get(data[0]);
        if (button == null || data.length < 2 || (button.who() != Who.ORGANISER && !data[0].equals("eask"))) {
            return false;
        }
        String[] subject = data[1].split(":", 2);
        questions.erase(chat.person());
        switch (data[0]) {
            case "send" -> send(chat, data[1]);
            case "present" -> chat.show(Message.of(chat.text(Phrase.PRESENT_THANKS), Keyboard.none()));
            case "invite" -> invite(chat, data[1]);
            case "link", "links" -> button.press(chat, data[0], data[1]);
            case "second" -> chat.toast(Phrase.PREVIEW_GONE);
            case "suspyes", "backyes" -> chat.toast(Phrase.TRY_AGAIN);
            default -> {
                if (REAL_VERBS.contains(data[0])) {
                    button.press(chat, data[0], data[1]);
                } else if (ON_AN_ALERT.contains(data[0])) {
                    alert(chat, subject[0])
                            .ifPresentOrElse(
                                    alert -> act(chat, data[0], alert, subject.length > 1 ? subject[1] : ""),
                                    () -> chat.toast(Phrase.STALE_BUTTON));
                } else {
                    chat.toast(Phrase.TRY_AGAIN);
                }
            }
        }
        return true;
    }

    private void send(Chat chat, String subject) {
        Optional<Draft> draft = AlertId.parse(subject).flatMap(id -> own.find(chat, id));
        if (draft.isPresent() && seconding.needed(chat, draft.get())) {
            DistrictCode code = draft.get().district();
            drafts.drop(draft.get().id());
            chat.show(seconding.waiting(code, self(chat)));
            timetable.at(kind(), numbers.of(self(chat)) + "." + SECOND + "." + code.value(), seconding.until());
            return;
        }
        Optional<Alert> alert =
                draft.map(known -> shown.send(self(chat), known)).or(() -> alert(chat, subject));
        draft.ifPresent(known -> drafts.drop(known.id()));
        alert.ifPresentOrElse(
                known -> {
                    chat.toast(Phrase.SENDING);
                    board(chat, known);
                },
                () -> chat.toast(Phrase.PREVIEW_GONE));
    }

    /** With no alert there is none, and with several one is chosen, as ever. */
    private void onAlert(Chat chat, String verb, String rest) {
        List<Alert> open = shown.open(self(chat));
        if (open.isEmpty()) {
            chat.say(Phrase.NO_OPEN_ALERT);
        } else if (open.size() > 1 && rest.isEmpty()) {
            chat.ask(
                    Phrase.WHICH_ALERT,
                    new ArrayList<>(open.stream()
                            .map(alert -> List.of(chat.button(
                                    Phrase.ALERT_BUTTON,
                                    verb.replace("overyes", "over") + ":"
                                            + alert.id().value(),
                                    alert.number(),
                                    districts.nameOf(
                                            alert.district(), chat.language().tag()))))
                            .toList()));
        } else if (rest.isEmpty()) {
            act(chat, verb, open.getFirst(), "");
        } else {
            done(chat, verb, open.getFirst(), rest);
        }
    }

    private void act(Chat chat, String verb, Alert alert, String more) {
        switch (verb) {
            case "board" -> board(chat, alert);
            case "over" -> chat.show(StandDownCommand.sure(chat, alert));
            case "overyes", "overfalse" -> {
                shown.end(self(chat), alert);
                chat.toast(Phrase.STOOD_DOWN, alert.number());
                chat.show(Message.of(chat.text(Phrase.STOOD_DOWN, alert.number()), Keyboard.none()));
            }
            case "raise" -> {
                if (more.isEmpty()) {
                    ask(chat, verb, alert);
                    chat.say(Phrase.ASK_NEEDED, Plan.MOST_NEEDED);
                } else {
                    chat.toast(Phrase.NEED_SET, more);
                }
            }
            case "ring" -> chat.toast(Phrase.TRY_AGAIN);
            case "hold" -> chat.toast(Phrase.RING_HELD);
            case "unhold" -> chat.toast(Phrase.RING_RELEASED);
            case "keep" -> chat.toast(Phrase.KEPT_OPEN, alert.number());
            default -> {
                ask(chat, verb.equals("newsto") ? "news" : verb, alert);
                chat.say(
                        switch (verb) {
                            case "muster" -> Phrase.ASK_MUSTER;
                            case "rendezvous" -> Phrase.ASK_RENDEZVOUS;
                            case "others" -> Phrase.ASK_OTHERS;
                            default -> Phrase.ASK_UPDATE;
                        },
                        verb.startsWith("news")
                                ? new Object[] {everyone(chat, alert), Alerts.LONGEST_TEXT}
                                : new Object[] {Plan.LONGEST_PLACE});
            }
        }
    }

    /** Says that it is done. */
    private void done(Chat chat, String verb, Alert alert, String text) {
        switch (verb) {
            case "muster" -> chat.say(Phrase.MUSTER_SENT, alert.number());
            case "rendezvous" -> chat.say(Phrase.RENDEZVOUS_SENT, alert.number());
            case "others" -> number(chat, Phrase.OTHERS_SET, text);
            case "raise" -> number(chat, Phrase.NEED_SET, text);
            case "overyes", "overfalse" -> act(chat, verb, alert, "");
            default -> chat.say(Phrase.UPDATE_SENT, everyone(chat, alert), alert.number());
        }
    }

    private static void number(Chat chat, Phrase phrase, String text) {
        Numbers.read(text, 0, Plan.MOST_NEEDED)
                .ifPresentOrElse(
                        number -> chat.say(phrase, number), () -> chat.say(Phrase.NUMBER_WRONG, 0, Plan.MOST_NEEDED));
    }

    private String everyone(Chat chat, Alert alert) {
        return chat.text(Phrase.PART_ALL) + ": " + shown.recipients(self(chat), alert);
    }

    private void ask(Chat chat, String verb, Alert alert) {
        questions.ask(chat.person(), QUESTION + verb + ":" + alert.id().value());
    }

    private void board(Chat chat, Alert alert) {
        Organiser self = self(chat);
        long message = chat.show(shown.board(self, alert, chat.language()));
        if (message != 0) {
            timetable.at(
                    kind(), numbers.of(self) + "." + alert.id().value() + "." + message, shown.sentBy(self, alert));
        }
    }

    @Override
    public String kind() {
        return "shown";
    }

    /** The board moves on by itself, as boards do. */
    @Override
    public void run(String subject) {
        String[] parts = subject.split("\\.", 3);
        Optional<Organiser> self = numbers.find(Integer.parseInt(parts[0])).filter(organisers::isSuspended);
        if (parts[1].equals(SECOND)) {
            self.ifPresent(organiser ->
                    post.send(organiser.address(), seconding.lapsed(new DistrictCode(parts[2]), organiser)));
            return;
        }
        self.ifPresent(organiser -> shown.open(organiser).stream()
                .filter(alert -> alert.id().value().equals(parts[1]))
                .findFirst()
                .ifPresent(alert -> post.edit(
                        organiser.address(),
                        Long.parseLong(parts[2]),
                        shown.board(organiser, alert, organiser.language()))));
    }

    /** A link like any other, which makes nobody an organiser. */
    private void invite(Chat chat, String code) {
        Optional<String> name = DistrictCode.parse(code)
                .flatMap(districts::find)
                .filter(district -> organisers.mayCall(self(chat), district.code()))
                .map(district -> district.name(chat.language().tag()));
        if (name.isEmpty()) {
            chat.say(Phrase.TRY_AGAIN);
            return;
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        links.start("o_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                .ifPresent(link -> chat.send(Message.titled(
                        chat.text(Phrase.INVITE_LINK, name.get()),
                        chat.text(Phrase.INVITE_LINK_BODY, link),
                        Keyboard.none())));
    }

    private Optional<Alert> alert(Chat chat, String id) {
        return shown.open(self(chat)).stream()
                .filter(alert -> alert.id().value().equals(id))
                .findFirst();
    }

    private Optional<String> asked(Chat chat) {
        return questions.look(chat.person()).map(question -> question.split(":", 2)[0]);
    }

    private static Organiser self(Chat chat) {
        return chat.organiser().orElseThrow();
    }
}
