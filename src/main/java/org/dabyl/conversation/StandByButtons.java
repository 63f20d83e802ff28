package org.dabyl.conversation;

import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Plan;
import org.dabyl.alert.StandBys;
import org.dabyl.organiser.Act;
import org.dabyl.turnout.Answers;
import org.springframework.stereotype.Component;

/**
 * Buttons of a board: enough come and the rest stands by, those who stand by are called again, and an alert to be ready becomes a
 * call.
 */
@Component
final class StandByButtons implements Pressable {

    private static final String ENOUGH = "enough";
    private static final String RECALL = "recall";

    private final OpenAlerts open;
    private final Alerts alerts;
    private final Answers answers;
    private final StandBys standBys;
    private final Needs needs;
    private final Boards boards;
    private final Noting noting;

    StandByButtons(
            OpenAlerts open,
            Alerts alerts,
            Answers answers,
            StandBys standBys,
            Needs needs,
            Boards boards,
            Noting noting) {
        this.open = open;
        this.alerts = alerts;
        this.answers = answers;
        this.standBys = standBys;
        this.needs = needs;
        this.boards = boards;
        this.noting = noting;
    }

    @Override
    public Set<String> verbs() {
        return Set.of(ENOUGH, RECALL, "callnow");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        String[] parts = subject.split(":", 2);
        Optional<Alert> alert = open.named(chat, parts[0]);
        if (alert.isEmpty()) {
            return false;
        }
        if (verb.equals(RECALL)) {
            Optional<Integer> before = parts.length == 2 ? Numbers.read(parts[1], 0, 999_999) : Optional.empty();
            before.ifPresent(recalls -> recall(chat, alert.get(), recalls));
            return before.isPresent();
        }
        if (verb.equals(ENOUGH)) {
            enough(chat, alert.get());
        } else {
            call(chat, alert.get());
        }
        return true;
    }

    /** As many as come now are the number needed: the rest follows from that. */
    private void enough(Chat chat, Alert alert) {
        long present = answers.tally(alert.id()).present();
        if (present == 0) {
            chat.toast(Phrase.ENOUGH_NOBODY);
            return;
        }
        int needed = (int) Math.min(present, Plan.MOST_NEEDED);
        chat.toast(Phrase.NEED_SET, needed);
        needs.show(chat, alert, needed);
    }

    private void recall(Chat chat, Alert alert, int before) {
        noting.note(chat, Act.RECALLED, alert, "");
        // pressed twice, or by two organisers, it calls once: the button names how often they were called before
        if (standBys.recall(alert.id(), before)) {
            chat.toast(Phrase.RECALLED);
        }
        boards.show(chat, alert);
    }

    private void call(Chat chat, Alert alert) {
        noting.note(chat, Act.CALLED, alert, "");
        if (alerts.turnIntoCall(alert.id())) {
            chat.toast(Phrase.SENDING);
        }
        alerts.find(alert.id()).ifPresent(now -> boards.show(chat, now));
    }
}
