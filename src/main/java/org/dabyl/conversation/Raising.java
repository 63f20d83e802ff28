package org.dabyl.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.supporter.Skill;
import org.springframework.stereotype.Component;

/**
 * Changing how many people an alert needs while it runs, in all and of those who bring something: from its board, or by {@code /need 50}
 * and {@code /need_car 4}.
 */
@Component
final class Raising implements Command, Pressable, Asking {

    private static final String NAME = "raise";
    private static final String BRING = "bring";
    private static final String COMMAND = "need";

    private final OpenAlerts open;
    private final Needs needs;
    private final Questions questions;

    Raising(OpenAlerts open, Needs needs, Questions questions) {
        this.open = open;
        this.needs = needs;
        this.questions = questions;
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public Set<String> names() {
        return Stream.concat(Stream.of(COMMAND), Arrays.stream(Skill.values()).map(Raising::name))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> verbs() {
        return Set.of(NAME, BRING);
    }

    @Override
    public Set<String> questions() {
        return Set.of(NAME);
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        Optional<Skill> skill = skill(name);
        List<Alert> own = open.of(chat);
        if (own.size() != 1) {
            open.choose(chat, own, skill.isPresent() ? BRING : NAME);
        } else if (!rest.isEmpty()) {
            set(chat, own.getFirst(), skill, rest);
        } else if (skill.isPresent()) {
            bring(chat, own.getFirst());
        } else {
            ask(chat, own.getFirst().id());
        }
    }

    /** The number stands in the button, so that a press heard twice raises once. */
    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<Alert> alert = open.named(chat, parts[0]);
        if (alert.isEmpty()) {
            return false;
        }
        if (parts.length == 1) {
            if (verb.equals(BRING)) {
                bring(chat, alert.get());
            } else {
                ask(chat, alert.get().id());
            }
            return true;
        }
        return verb.equals(BRING) ? bring(chat, alert.get(), parts[1]) : raise(chat, alert.get(), parts[1]);
    }

    @Override
    public void answered(Chat chat, String question, String subject, String text) {
        Optional<Alert> alert = open.named(chat, subject);
        if (alert.isEmpty()) {
            chat.say(Phrase.NO_OPEN_ALERT);
        } else if (!set(chat, alert.get(), Optional.empty(), text)) {
            questions.ask(chat.person(), NAME + ":" + subject);
        }
    }

    private boolean raise(Chat chat, Alert alert, String written) {
        Optional<Integer> number = Numbers.read(written, 1, Plan.MOST_NEEDED);
        number.ifPresent(needed -> {
            chat.toast(Phrase.NEED_SET, needed);
            needs.show(chat, alert, needed);
        });
        return number.isPresent();
    }

    private boolean bring(Chat chat, Alert alert, String choice) {
        Optional<Wanted> wanted = Wanted.read(choice);
        wanted.flatMap(change -> needs.set(chat, alert, change))
                .ifPresent(changed -> chat.show(bringing(chat, changed)));
        return wanted.isPresent();
    }

    /** Below the board, which changes by itself. */
    private void bring(Chat chat, Alert alert) {
        chat.send(bringing(chat, alert));
    }

    static Message bringing(Chat chat, Alert alert) {
        return Message.of(
                chat.text(Phrase.ASK_BRING, alert.number()),
                Keyboard.inline(PlanButtons.bring(
                        chat, alert.plan(), BRING + ":" + alert.id().value())));
    }

    private boolean set(Chat chat, Alert alert, Optional<Skill> skill, String written) {
        Optional<Integer> number = Numbers.read(written, 0, Plan.MOST_NEEDED);
        number.ifPresentOrElse(
                many -> skill.ifPresentOrElse(
                        what -> {
                            needs.set(chat, alert, new Wanted(what, many));
                            chat.say(Phrase.BRING_SET, chat.text(TurnoutWords.name(what)), many);
                        },
                        () -> {
                            needs.set(chat, alert, many);
                            chat.say(Phrase.NEED_SET, many);
                        }),
                () -> chat.say(Phrase.NUMBER_WRONG, 0, Plan.MOST_NEEDED));
        return number.isPresent();
    }

    private void ask(Chat chat, AlertId id) {
        questions.ask(chat.person(), NAME + ":" + id.value());
        chat.say(Phrase.ASK_NEEDED, Plan.MOST_NEEDED);
    }

    /** What a command of these is about; empty for the number in all. */
    static Optional<Skill> skill(String name) {
        return Arrays.stream(Skill.values())
                .filter(each -> name(each).equals(name))
                .findAny();
    }

    private static String name(Skill skill) {
        return COMMAND + "_" + skill.name().toLowerCase(Locale.ROOT);
    }
}
