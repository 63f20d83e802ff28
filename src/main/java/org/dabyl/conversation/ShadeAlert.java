package org.dabyl.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Level;
import org.dabyl.alert.Part;
import org.dabyl.alert.Plan;
import org.dabyl.alert.Ring;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.OrganiserNumbers;
import org.dabyl.supporter.Skill;
import org.dabyl.timetable.Timetable;
import org.dabyl.turnout.Tally;
import org.springframework.stereotype.Component;

/** Answers what a suspended organiser does about an alert that they believe to be open: as ever, and nobody else hears of it. */
@Component
final class ShadeAlert {

    /** The buttons that are about an alert. */
    static final Set<String> VERBS = Set.of(
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
            "bring",
            "enough",
            "callnow",
            "ring",
            "hold",
            "unhold",
            "keep");

    /** Behind the alert nothing else stands in these. */
    private static final Set<String> WHOLE =
            Set.of("board", "muster", "rendezvous", "others", "over", "overyes", "overfalse", "keep");

    /** The step by which a board moves on. */
    static final String STEP = "shown";

    private static final String QUESTION = "shade-";
    private static final String NEWS = "news";
    private static final String OTHERS = "others";
    private static final String RAISE = "raise";

    private final Shown shown;
    private final OpenAlerts choice;
    private final Questions questions;
    private final OrganiserNumbers numbers;
    private final Acts acts;
    private final Timetable timetable;
    private final Clock clock;

    ShadeAlert(
            Shown shown,
            OpenAlerts choice,
            Questions questions,
            OrganiserNumbers numbers,
            Acts acts,
            Timetable timetable,
            Clock clock) {
        this.shown = shown;
        this.choice = choice;
        this.questions = questions;
        this.numbers = numbers;
        this.acts = acts;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** The alert that a button names. */
    Optional<Alert> named(Chat chat, String id) {
        return shown.open(self(chat)).stream()
                .filter(alert -> alert.id().value().equals(id))
                .findFirst();
    }

    /** A command; false where it is about no alert. */
    boolean command(Chat chat, String name, String rest) {
        switch (name) {
            case "board" -> only(chat, name, alert -> board(chat, alert));
            case OTHERS -> only(chat, name, alert -> say(chat, name, alert, rest));
            case "standdown" -> only(chat, "over", alert -> end(chat, alert, Ending.STOOD_DOWN, rest));
            case "falsealarm" -> only(chat, "over", alert -> end(chat, alert, Ending.FALSE_ALARM, rest));
            case "muster", "rendezvous" -> newest(chat, name, rest, alert -> say(chat, name, alert, rest));
            default -> {
                if (name.startsWith("update")) {
                    newest(chat, NEWS, rest, alert -> update(chat, alert, UpdateCommand.part(name), rest));
                } else if (name.startsWith("need")) {
                    Optional<Skill> skill = Raising.skill(name);
                    only(chat, skill.isPresent() ? "bring" : RAISE, alert -> need(chat, alert, skill, rest));
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** A button; false where it names no alert of theirs, or means nothing. */
    boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        String more = parts.length > 1 ? parts[1] : "";
        Optional<Alert> alert =
                named(chat, WHOLE.contains(verb) ? subject : parts[0]).filter(known -> means(verb, more));
        alert.ifPresent(known -> press(chat, verb, known, more));
        return alert.isPresent();
    }

    private static boolean means(String verb, String more) {
        return switch (verb) {
            case RAISE ->
                more.isEmpty() || Numbers.read(more, 1, Plan.MOST_NEEDED).isPresent();
            case "bring" -> more.isEmpty() || Wanted.read(more).isPresent();
            case "newsto" -> Part.parse(more).isPresent();
            case "ring" -> Ring.parse(more).isPresent();
            default -> true;
        };
    }

    private void press(Chat chat, String verb, Alert alert, String more) {
        switch (verb) {
            case "board" -> board(chat, alert);
            case "over" -> chat.show(StandDownCommand.sure(chat, alert));
            case "overyes" -> end(chat, alert, Ending.STOOD_DOWN, "");
            case "overfalse" -> end(chat, alert, Ending.FALSE_ALARM, "");
            case RAISE -> raise(chat, alert, more);
            case "bring" -> bring(chat, alert, more);
            case "enough" -> enough(chat, alert);
            case "callnow" -> {
                did(chat, Act.CALLED, alert, "");
                chat.toast(Phrase.SENDING);
                board(chat, change(chat, alert, plan -> plan.withLevel(Level.CALL)));
            }
            case "ring" -> chat.toast(Phrase.TRY_AGAIN);
            case "hold", "unhold" -> {
                boolean hold = verb.equals("hold");
                did(chat, hold ? Act.RINGS_HELD : Act.RINGS_RELEASED, alert, "");
                chat.toast(hold ? Phrase.RING_HELD : Phrase.RING_RELEASED);
            }
            case "keep" -> {
                did(chat, Act.KEPT_OPEN, alert, "");
                chat.toast(Phrase.KEPT_OPEN, alert.number());
                chat.show(Message.of(chat.text(Phrase.KEPT_OPEN, alert.number()), Keyboard.none()));
            }
            case NEWS -> update(chat, alert, Part.ALL, "");
            case "newsto" -> Part.parse(more).ifPresent(part -> news(chat, alert, part, ""));
            default -> say(chat, verb, alert, "");
        }
    }

    /** Whether it is the answer to one of its questions. */
    boolean asks(String question) {
        return question.startsWith(QUESTION);
    }

    /** The answer to a question; what is too long is asked again. */
    void answered(Chat chat, String question, String text) {
        String[] asked = question.substring(QUESTION.length()).split(":", 3);
        Optional<Alert> alert = named(chat, asked[1]);
        if (text.length() > Alerts.LONGEST_TEXT) {
            chat.say(Phrase.TOO_LONG, text.length(), Alerts.LONGEST_TEXT);
            questions.ask(chat.person(), question);
        } else if (alert.isEmpty()) {
            chat.say(Phrase.NO_OPEN_ALERT);
        } else if (asked[0].equals(NEWS)) {
            news(chat, alert.get(), Part.parse(asked[2]).orElse(Part.ALL), text);
        } else if (asked[0].equals(RAISE)) {
            need(chat, alert.get(), Optional.empty(), text);
        } else {
            say(chat, asked[0], alert.get(), text);
        }
    }

    /** The board, which moves on by itself as boards do. */
    void board(Chat chat, Alert alert) {
        Organiser self = self(chat);
        long message = chat.show(shown.board(self, alert, chat.language()));
        if (message != 0) {
            shown.stands(self, alert, message);
            moves(self, alert, shown.sentBy(self, alert));
        }
    }

    private void moves(Organiser self, Alert alert, Instant at) {
        timetable.at(STEP, numbers.of(self) + "." + alert.id().value(), at);
    }

    private void only(Chat chat, String verb, Consumer<Alert> act) {
        List<Alert> open = shown.open(self(chat));
        if (open.size() == 1) {
            act.accept(open.getFirst());
        } else {
            choice.choose(chat, open, verb);
        }
    }

    private void newest(Chat chat, String verb, String rest, Consumer<Alert> act) {
        List<Alert> open = shown.open(self(chat));
        if (open.isEmpty() || (open.size() > 1 && rest.isEmpty())) {
            choice.choose(chat, open, verb);
        } else {
            act.accept(open.getFirst());
        }
    }

    private void update(Chat chat, Alert alert, Part part, String text) {
        if (part == Part.ALL && text.isEmpty()) {
            chat.send(UpdateCommand.whom(chat, alert, each -> reach(chat, alert, each)));
        } else {
            news(chat, alert, part, text);
        }
    }

    private void news(Chat chat, Alert alert, Part part, String text) {
        String told = UpdateCommand.told(chat, part, reach(chat, alert, part));
        if (text.isEmpty()) {
            ask(chat, NEWS, alert, part.tag());
            chat.say(Phrase.ASK_UPDATE, told, Alerts.LONGEST_TEXT);
        } else if (text.length() > Alerts.LONGEST_TEXT) {
            chat.say(Phrase.TOO_LONG, text.length(), Alerts.LONGEST_TEXT);
        } else {
            did(chat, Act.UPDATED, alert, text);
            chat.say(Phrase.UPDATE_SENT, told, alert.number());
        }
    }

    private long reach(Chat chat, Alert alert, Part part) {
        Tally tally = shown.tally(self(chat), alert);
        return switch (part) {
            case ALL -> shown.recipients(self(chat), alert);
            case COMING -> tally.onTheWay();
            case HERE -> tally.here();
            case INVOLVED -> tally.onTheWay() + tally.here();
            case CAR, CAMERA, FIRST_AID, LAW, TRANSLATION ->
                tally.skills().getOrDefault(Skill.valueOf(part.name()), 0L);
        };
    }

    /** Where to come, or how many are there; asked for where it is not said. */
    private void say(Chat chat, String what, Alert alert, String text) {
        if (what.equals(OTHERS)) {
            others(chat, alert, text);
            return;
        }
        boolean muster = what.equals("muster");
        if (text.isEmpty()) {
            ask(chat, what, alert, "");
            chat.say(muster ? Phrase.ASK_MUSTER : Phrase.ASK_RENDEZVOUS, Plan.LONGEST_PLACE);
        } else if (text.length() > Plan.LONGEST_PLACE) {
            chat.say(Phrase.TOO_LONG, text.length(), Plan.LONGEST_PLACE);
        } else {
            did(chat, muster ? Act.MUSTER : Act.RENDEZVOUS, alert, muster ? text : "");
            chat.say(muster ? Phrase.MUSTER_SENT : Phrase.RENDEZVOUS_SENT, alert.number());
        }
    }

    private void others(Chat chat, Alert alert, String text) {
        Optional<Integer> number = Numbers.read(text, 0, OthersCommand.MOST);
        if (number.isEmpty()) {
            ask(chat, OTHERS, alert, "");
            if (text.isEmpty()) {
                chat.say(Phrase.ASK_OTHERS);
            } else {
                chat.say(Phrase.NUMBER_WRONG, 0, OthersCommand.MOST);
            }
            return;
        }
        did(chat, Act.COUNTED, alert, number.get().toString());
        shown.count(self(chat), alert, number.get());
        moves(self(chat), alert, clock.instant());
        chat.ask(
                Phrase.OTHERS_SET,
                List.of(List.of(
                        chat.button(Phrase.BOARD_ENOUGH, "enough:" + alert.id().value()))),
                number.get());
    }

    private void raise(Chat chat, Alert alert, String more) {
        if (more.isEmpty()) {
            need(chat, alert, Optional.empty(), "");
            return;
        }
        Numbers.read(more, 1, Plan.MOST_NEEDED).ifPresent(needed -> {
            chat.toast(Phrase.NEED_SET, needed);
            board(chat, needed(chat, alert, needed));
        });
    }

    private void bring(Chat chat, Alert alert, String more) {
        if (more.isEmpty()) {
            chat.send(Raising.bringing(chat, alert));
        } else {
            Wanted.read(more).ifPresent(wanted -> chat.show(Raising.bringing(chat, brought(chat, alert, wanted))));
        }
    }

    /** As many as they see. */
    private void enough(Chat chat, Alert alert) {
        int there = (int) Math.min(shown.tally(self(chat), alert).present(), Plan.MOST_NEEDED);
        if (there == 0) {
            chat.toast(Phrase.ENOUGH_NOBODY);
        } else {
            chat.toast(Phrase.NEED_SET, there);
            board(chat, needed(chat, alert, there));
        }
    }

    private void need(Chat chat, Alert alert, Optional<Skill> skill, String text) {
        Optional<Integer> number = Numbers.read(text, 0, Plan.MOST_NEEDED);
        if (text.isEmpty() && skill.isPresent()) {
            chat.send(Raising.bringing(chat, alert));
        } else if (text.isEmpty()) {
            ask(chat, RAISE, alert, "");
            chat.say(Phrase.ASK_NEEDED, Plan.MOST_NEEDED);
        } else if (number.isEmpty()) {
            ask(chat, RAISE, alert, "");
            chat.say(Phrase.NUMBER_WRONG, 0, Plan.MOST_NEEDED);
        } else if (skill.isPresent()) {
            brought(chat, alert, new Wanted(skill.get(), number.get()));
            chat.say(Phrase.BRING_SET, chat.text(TurnoutWords.name(skill.get())), number.get());
        } else {
            needed(chat, alert, number.get());
            chat.say(Phrase.NEED_SET, number.get());
        }
    }

    private Alert needed(Chat chat, Alert alert, int number) {
        did(chat, Act.NEEDED, alert, Integer.toString(number));
        return change(chat, alert, plan -> plan.withNeeded(number));
    }

    private Alert brought(Chat chat, Alert alert, Wanted wanted) {
        did(chat, Act.BROUGHT, alert, chat.text(TurnoutWords.name(wanted.skill())) + " " + wanted.number());
        return change(chat, alert, wanted::in);
    }

    private Alert change(Chat chat, Alert alert, UnaryOperator<Plan> change) {
        Alert changed = shown.change(self(chat), alert, change);
        moves(self(chat), changed, clock.instant());
        return changed;
    }

    private void end(Chat chat, Alert alert, Ending ending, String reason) {
        if (reason.length() > Alerts.LONGEST_TEXT) {
            chat.say(Phrase.TOO_LONG, reason.length(), Alerts.LONGEST_TEXT);
            return;
        }
        did(chat, ending == Ending.FALSE_ALARM ? Act.FALSE_ALARM : Act.STOOD_DOWN, alert, reason);
        chat.toast(Phrase.STOOD_DOWN, alert.number());
        chat.show(shown.board(self(chat), alert.ended(ending, reason), chat.language()));
        shown.end(self(chat), alert);
    }

    private void ask(Chat chat, String what, Alert alert, String part) {
        questions.ask(chat.person(), QUESTION + what + ":" + alert.id().value() + ":" + part);
    }

    private void did(Chat chat, Act act, Alert alert, String detail) {
        Organiser self = self(chat);
        shown.did(self, acts.unnoted(self, act, Set.of(alert.district()), Integer.toString(alert.number()), detail));
    }

    private static Organiser self(Chat chat) {
        return chat.organiser().orElseThrow();
    }
}
