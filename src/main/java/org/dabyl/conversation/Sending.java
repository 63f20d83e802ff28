package org.dabyl.conversation;

import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.LaunchStep;
import org.dabyl.report.Events;
import org.dabyl.report.Verdicts;
import org.springframework.stereotype.Component;

/** Makes a draft an alert, and what was pressed for it the board. */
@Component
final class Sending {

    private final Alerts alerts;
    private final LaunchStep launching;
    private final Boards boards;
    private final Events events;
    private final Verdicts verdicts;

    Sending(Alerts alerts, LaunchStep launching, Boards boards, Events events, Verdicts verdicts) {
        this.alerts = alerts;
        this.launching = launching;
        this.boards = boards;
        this.events = events;
        this.verdicts = verdicts;
    }

    /** Opens the alert of a draft; once, however often. */
    Optional<Alert> raise(Chat chat, AlertId id) {
        // of several organisers who answer one report the first sends, and the others get the board of that alert;
        // before it is raised: the timetable may look for boards at once, and would send this organiser a second one
        AlertId first = events.claim(id);
        boards.reserve(chat, first);
        return first.equals(id) ? alerts.raise(id) : alerts.find(first);
    }

    /** Has it go out at once, and shows its board. */
    void launch(Chat chat, Alert alert) {
        chat.toast(Phrase.SENDING);
        verdicts.raised(alert);
        // the timetable would do it within a second: do it now
        if (alert.open()) {
            launching.launch(alert);
        }
        boards.show(chat, alert);
    }
}
