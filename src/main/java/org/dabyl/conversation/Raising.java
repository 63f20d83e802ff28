package org.dabyl.conversation;

import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Plan;
import org.dabyl.organiser.Act;
import org.springframework.stereotype.Component;

/** Changing how many people an alert needs while it runs, from its board. */
@Component
final class Raising implements Pressable, Asking {

    private static final String NAME = "raise";

    private final Alerts alerts;
    private final OpenAlerts open;
    private final Questions questions;
    private final Boards boards;
    private final Noting noting;

    Raising(Alerts alerts, OpenAlerts open, Questions questions, Boards boards, Noting noting) {
        this.alerts = alerts;
        this.open = open;
        this.questions = questions;
        this.boards = boards;
        this.noting = noting;
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public Set<String> verbs() {
        return Set.of(NAME);
    }

    @Override
    public Set<String> questions() {
        return Set.of(NAME);
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
            ask(chat, alert.get().id());
            return true;
        }
        Optional<Integer> number = Numbers.read(parts[1], 1, Plan.MOST_NEEDED);
        number.ifPresent(needed -> {
            noting.note(chat, Act.NEEDED, alert.get(), needed);
            alerts.revise(alert.get().id(), plan -> plan.withNeeded(needed));
            chat.toast(Phrase.NEED_SET, needed);
            alerts.find(alert.get().id()).ifPresent(raised -> boards.show(chat, raised));
        });
        return number.isPresent();
    }

    @Override
    public void answered(Chat chat, String question, String subject, String text) {
        AlertId id = new AlertId(subject);
        Optional<Integer> number = Numbers.read(text, 0, Plan.MOST_NEEDED);
        Optional<Alert> alert = open.named(chat, id.value());
        if (alert.isEmpty()) {
            chat.say(Phrase.NO_OPEN_ALERT);
        } else if (number.isEmpty()) {
            chat.say(Phrase.NUMBER_WRONG, 0, Plan.MOST_NEEDED);
            questions.ask(chat.person(), NAME + ":" + id.value());
        } else {
            noting.note(chat, Act.NEEDED, alert.get(), number.get());
            alerts.revise(id, plan -> plan.withNeeded(number.get()));
            chat.say(Phrase.NEED_SET, number.get());
            boards.changed(id);
        }
    }

    private void ask(Chat chat, AlertId id) {
        questions.ask(chat.person(), NAME + ":" + id.value());
        chat.say(Phrase.ASK_NEEDED, Plan.MOST_NEEDED);
    }
}
