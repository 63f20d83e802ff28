package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Bulletins;
import org.dabyl.alert.News;
import org.dabyl.alert.Part;
import org.dabyl.alert.Topic;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Act;
import org.springframework.stereotype.Component;

/**
 * {@code /update}: news to everyone whom the newest alert called, or the alert of the board that was pressed. A part of them has a
 * command of its own, {@code /update_coming}: no word of the news itself can then be taken for a part, in any language.
 */
@Component
final class UpdateCommand implements Command, Pressable, Asking {

    private static final String PLAIN = "update";
    private static final int IN_A_ROW = 2;

    private final Bulletins bulletins;
    private final OpenAlerts open;
    private final Questions questions;
    private final Noting noting;

    UpdateCommand(Bulletins bulletins, OpenAlerts open, Questions questions, Noting noting) {
        this.bulletins = bulletins;
        this.open = open;
        this.questions = questions;
        this.noting = noting;
    }

    @Override
    public Set<String> names() {
        return Arrays.stream(Part.values()).map(UpdateCommand::name).collect(Collectors.toSet());
    }

    @Override
    public Set<String> verbs() {
        return Set.of("news", "newsto");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        Part part = part(name);
        List<Alert> own = open.of(chat);
        if (own.isEmpty() || (own.size() > 1 && rest.isEmpty())) {
            open.choose(chat, own, "news");
        } else if (!rest.isEmpty()) {
            // with several open the newest is meant, and the answer names it
            send(chat, own.getFirst(), part, rest);
        } else if (part == Part.ALL) {
            choose(chat, own.getFirst());
        } else {
            ask(chat, own.getFirst(), part);
        }
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<Alert> alert = open.named(chat, parts[0]);
        if (verb.equals("news")) {
            alert.ifPresent(known -> choose(chat, known));
            return alert.isPresent();
        }
        Optional<Part> part = parts.length == 2 ? Part.parse(parts[1]) : Optional.empty();
        alert.ifPresent(known -> part.ifPresent(to -> ask(chat, known, to)));
        return alert.isPresent() && part.isPresent();
    }

    @Override
    public Set<String> questions() {
        return Set.of("news");
    }

    /** Sends what was written when asked for news; the subject is the alert and the part of those it called. */
    @Override
    public void answered(Chat chat, String question, String subject, String text) {
        String[] parts = subject.split(":", 2);
        Part part = Part.parse(parts[parts.length - 1]).orElse(Part.ALL);
        open.named(chat, parts[0])
                .ifPresentOrElse(alert -> send(chat, alert, part, text), () -> chat.say(Phrase.NO_OPEN_ALERT));
    }

    /** Below the board, which changes by itself. */
    private void choose(Chat chat, Alert alert) {
        chat.send(whom(chat, alert, part -> bulletins.reach(alert.id(), part)));
    }

    /** Asks for whom it is, with how many these are. */
    static Message whom(Chat chat, Alert alert, ToLongFunction<Part> reach) {
        List<Button> buttons = Arrays.stream(Part.values())
                .map(part -> Button.press(
                        told(chat, part, reach.applyAsLong(part)),
                        "newsto:" + alert.id().value() + ":" + part.tag()))
                .toList();
        List<List<Button>> rows = new ArrayList<>(List.of(buttons.subList(0, 1)));
        for (int i = 1; i < buttons.size(); i += IN_A_ROW) {
            rows.add(buttons.subList(i, Math.min(i + IN_A_ROW, buttons.size())));
        }
        return Message.of(chat.text(Phrase.NEWS_TO_WHOM, alert.number()), Keyboard.inline(rows));
    }

    private void ask(Chat chat, Alert alert, Part part) {
        questions.ask(chat.person(), "news:" + alert.id().value() + ":" + part.tag());
        chat.say(Phrase.ASK_UPDATE, told(chat, alert.id(), part), Alerts.LONGEST_TEXT);
    }

    private void send(Chat chat, Alert alert, Part part, String text) {
        if (text.length() > Alerts.LONGEST_TEXT) {
            chat.say(Phrase.TOO_LONG, text.length(), Alerts.LONGEST_TEXT);
            return;
        }
        noting.note(chat, Act.UPDATED, alert, text);
        if (bulletins.plan(alert.id(), chat.order(), new News(Topic.NEWS, part, text))) {
            chat.say(Phrase.UPDATE_SENT, told(chat, alert.id(), part), alert.number());
        } else {
            chat.say(Phrase.NO_OPEN_ALERT);
        }
    }

    /** Whom it is for, and how many these are. */
    private String told(Chat chat, AlertId id, Part part) {
        return told(chat, part, bulletins.reach(id, part));
    }

    static String told(Chat chat, Part part, long people) {
        // only who answered is counted exactly
        boolean all = part == Part.ALL;
        return chat.text(phrase(part)) + ": " + (all || part.bySkill() ? chat.people(people) : people);
    }

    /** The part that a command of these is for. */
    static Part part(String name) {
        return Arrays.stream(Part.values())
                .filter(each -> name(each).equals(name))
                .findAny()
                .orElseThrow();
    }

    private static String name(Part part) {
        return part == Part.ALL ? PLAIN : PLAIN + "_" + part.tag();
    }

    private static Phrase phrase(Part part) {
        return switch (part) {
            case ALL -> Phrase.PART_ALL;
            case COMING -> Phrase.PART_COMING;
            case HERE -> Phrase.PART_HERE;
            case INVOLVED -> Phrase.PART_INVOLVED;
            case CAR -> Phrase.SKILL_CAR;
            case CAMERA -> Phrase.SKILL_CAMERA;
            case FIRST_AID -> Phrase.SKILL_FIRST_AID;
            case LAW -> Phrase.SKILL_LAW;
            case TRANSLATION -> Phrase.SKILL_TRANSLATION;
        };
    }
}
