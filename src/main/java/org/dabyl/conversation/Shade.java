package org.dabyl.conversation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Drafts;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Links;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.district.District;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Acts;
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
 * hiccups, and what means nothing is out of date for them too.
 */
@Component
final class Shade implements Step {

    private static final Set<String> REAL_COMMANDS = Set.of("alert", "help", "leave", "forget", "watch");
    private static final Set<String> REAL_VERBS = Set.of(
            StepDown.VERB,
            "where",
            "new",
            "reword",
            "drop",
            "level",
            "kinds",
            "kind",
            "needs",
            "need",
            "wants",
            "want",
            "needother",
            "gather",
            "meet",
            "draft",
            "link",
            "links",
            "invitees");

    /** Everybody's, but with another answer for organisers. */
    private static final Set<String> EVERYBODYS =
            Set.of("watch", "watchday", "watchadd", "watchdrop", "watchin", "lang");

    private static final Set<String> REAL_QUESTIONS = Set.of("reword", "needother", "gather", "meet");
    private static final String SECOND = "second";
    private static final int SECRET_BYTES = 16;

    private final Map<String, Command> commands = new HashMap<>();
    private final Map<String, Pressable> buttons = new HashMap<>();
    private final Shown shown;
    private final ShadeAlert onAlert;
    private final ShadePanic panic;
    private final ShadeOther other;
    private final LogCommand log;
    private final Acts acts;
    private final Drafts drafts;
    private final OwnDrafts own;
    private final Questions questions;
    private final FreeText freeText;
    private final Districts districts;
    private final Organisers organisers;
    private final OrganiserNumbers numbers;
    private final Seconding seconding;
    private final Appointment appointment;
    private final Links links;
    private final Timetable timetable;
    private final Post post;
    private final SecureRandom random = new SecureRandom();

    Shade(
            List<Command> commands,
            List<Pressable> buttons,
            Shown shown,
            ShadeAlert onAlert,
            ShadePanic panic,
            ShadeOther other,
            LogCommand log,
            Acts acts,
            Drafts drafts,
            OwnDrafts own,
            Questions questions,
            FreeText freeText,
            Districts districts,
            Organisers organisers,
            OrganiserNumbers numbers,
            Seconding seconding,
            Appointment appointment,
            Links links,
            Timetable timetable,
            Post post) {
        commands.forEach(command -> command.names().forEach(name -> this.commands.put(name, command)));
        buttons.forEach(button -> button.verbs().forEach(verb -> this.buttons.put(verb, button)));
        this.shown = shown;
        this.onAlert = onAlert;
        this.panic = panic;
        this.other = other;
        this.log = log;
        this.acts = acts;
        this.drafts = drafts;
        this.own = own;
        this.questions = questions;
        this.freeText = freeText;
        this.districts = districts;
        this.organisers = organisers;
        this.numbers = numbers;
        this.seconding = seconding;
        this.appointment = appointment;
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
        if (freeText.isKey(text)) {
            return false;
        }
        Optional<Spoken> said = Spoken.of(text);
        if (said.isEmpty()) {
            Optional<String> asked = questions.look(chat.person());
            if (asked(chat).filter(REAL_QUESTIONS::contains).isPresent()) {
                freeText.hear(chat, text);
            } else if (asked.filter(onAlert::asks).isPresent()) {
                questions.take(chat.person()).ifPresent(question -> onAlert.answered(chat, question, text));
            } else {
                return false;
            }
            return true;
        }
        Spoken spoken = said.get();
        Command command = commands.get(spoken.name());
        if (StartCommand.invited(spoken)) {
            // an organiser is welcomed by any invitation, also by one that is used up
            questions.erase(chat.person());
            appointment.welcome(chat, self(chat));
            return true;
        }
        if (command == null) {
            return false;
        }
        questions.erase(chat.person());
        if (command.who() != Who.ORGANISER && !REAL_COMMANDS.contains(spoken.name())) {
            return false;
        }
        if (!paused(chat, command)) {
            command(chat, command, spoken.name(), spoken.rest());
        }
        return true;
    }

    /** What they locked themselves; what everybody can say goes on, for they may be needed as a neighbour. */
    private boolean paused(Chat chat, Offer offer) {
        boolean paused = offer.who() == Who.ORGANISER && !offer.whileLocked() && shown.locked(self(chat));
        if (paused) {
            chat.toast(Phrase.PAUSED);
            if (chat.pressedMessage() == 0) {
                chat.say(Phrase.PAUSED);
            }
        }
        return paused;
    }

    private void command(Chat chat, Command command, String name, String rest) {
        if (REAL_COMMANDS.contains(name)) {
            command.run(chat, name, rest);
            return;
        }
        switch (name) {
            case "invite" -> {
                if (!invite(chat, rest)) {
                    // asks for which district
                    command.run(chat, name, "");
                }
            }
            case "link" -> command.run(chat, name, rest);
            case "log" -> log.run(chat, rest, shown.logged(self(chat)), shown.acts(self(chat)));
            case "panic" -> panic.run(chat, rest);
            case "organisers" ->
                shown.text(self(chat), name, chat.language())
                        .ifPresentOrElse(text -> OrganisersCommand.say(chat, text), () -> chat.say(Phrase.TRY_AGAIN));
            default -> {
                if (!onAlert.command(chat, name, rest)) {
                    chat.say(Phrase.TRY_AGAIN);
                }
            }
        }
    }

    private boolean press(Chat chat, String[] data) {
        questions.erase(chat.person());
        Pressable button = buttons.get(data[0]);
        if (button == null || data.length < 2) {
            return false;
        }
        if (EVERYBODYS.contains(data[0])) {
            return button.press(chat, data[0], data[1]);
        }
        if (button.who() != Who.ORGANISER && !data[0].equals("eask")) {
            return false;
        }
        if (!paused(chat, button) && !press(chat, button, data[0], data[1])) {
            chat.toast(Phrase.STALE_BUTTON);
        }
        return true;
    }

    /** As the real one: false where the subject means nothing. */
    private boolean press(Chat chat, Pressable button, String verb, String subject) {
        if (REAL_VERBS.contains(verb)) {
            return button.press(chat, verb, subject);
        }
        if (ShadeAlert.VERBS.contains(verb)) {
            return onAlert.press(chat, verb, subject);
        }
        return switch (verb) {
            case "send" -> AlertId.parse(subject).map(id -> send(chat, id)).orElse(false);
            case "second" -> AlertId.parse(subject).map(id -> agree(chat)).orElse(false);
            case "present" -> button.press(chat, verb, subject);
            case "invite" -> invite(chat, subject);
            case "panic" -> panic.press(chat, subject);
            default -> {
                boolean meant = other.means(chat, verb, subject);
                if (meant) {
                    chat.toast(Phrase.TRY_AGAIN);
                }
                yield meant;
            }
        };
    }

    private boolean agree(Chat chat) {
        if (!seconding.refuses(chat)) {
            chat.toast(Phrase.PREVIEW_GONE);
        }
        return true;
    }

    private boolean send(Chat chat, AlertId id) {
        Optional<Draft> draft = own.find(chat, id);
        if (draft.isPresent() && seconding.needed(chat, draft.get())) {
            if (seconding.refuses(chat)) {
                return true;
            }
            DistrictCode code = draft.get().district();
            drafts.drop(draft.get().id());
            chat.show(seconding.waiting(code, self(chat)));
            timetable.at(kind(), numbers.of(self(chat)) + "." + SECOND + "." + code.value(), seconding.until());
            return true;
        }
        Optional<Alert> alert = draft.map(known -> sent(chat, known)).or(() -> onAlert.named(chat, id.value()));
        draft.ifPresent(known -> drafts.drop(known.id()));
        alert.ifPresentOrElse(
                known -> {
                    chat.toast(Phrase.SENDING);
                    onAlert.board(chat, known);
                },
                () -> chat.toast(Phrase.PREVIEW_GONE));
        return true;
    }

    private Alert sent(Chat chat, Draft draft) {
        Alert alert = shown.send(self(chat), draft);
        Act act = alert.plan().drill() ? Act.DRILL_RAISED : Act.RAISED;
        did(chat, act, alert.district(), Integer.toString(alert.number()), alert.text());
        return alert;
    }

    @Override
    public String kind() {
        return ShadeAlert.STEP;
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
                .ifPresent(alert -> shown.standing(organiser, alert)
                        .ifPresent(message -> post.edit(
                                organiser.address(), message, shown.board(organiser, alert, organiser.language())))));
    }

    /** A link like any other, which makes nobody an organiser; false where it is for no district of theirs. */
    private boolean invite(Chat chat, String code) {
        Optional<District> district = DistrictCode.parse(code)
                .flatMap(districts::find)
                .filter(known -> organisers.mayCall(self(chat), known.code()));
        district.ifPresent(known -> {
            did(chat, Act.INVITED, known.code(), "", "");
            byte[] bytes = new byte[SECRET_BYTES];
            random.nextBytes(bytes);
            links.start("o_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                    .ifPresent(link -> chat.send(Message.titled(
                            chat.text(
                                    Phrase.INVITE_LINK,
                                    known.name(chat.language().tag())),
                            chat.text(Phrase.INVITE_LINK_BODY, link),
                            Keyboard.none())));
        });
        return district.isPresent();
    }

    private void did(Chat chat, Act act, DistrictCode where, String about, String detail) {
        shown.did(self(chat), acts.unnoted(self(chat), act, Set.of(where), about, detail));
    }

    private Optional<String> asked(Chat chat) {
        return questions.look(chat.person()).map(question -> question.split(":", 2)[0]);
    }

    private static Organiser self(Chat chat) {
        return chat.organiser().orElseThrow();
    }
}
