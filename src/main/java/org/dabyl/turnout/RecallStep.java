package org.dabyl.turnout;

import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Asks;
import org.dabyl.alert.Calls;
import org.dabyl.alert.StandBys;
import org.dabyl.delivery.Audience;
import org.dabyl.delivery.Priority;
import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Calls those again who stand by; its subject is the alert and how often they were called again before. */
@Component
final class RecallStep implements Step {

    private final Alerts alerts;
    private final Answers answers;
    private final Asks asks;
    private final Asking asking;

    RecallStep(Alerts alerts, Answers answers, Asks asks, Asking asking) {
        this.alerts = alerts;
        this.answers = answers;
        this.asks = asks;
        this.asking = asking;
    }

    @Override
    public String kind() {
        return StandBys.RECALL;
    }

    @Override
    public void run(String subject) {
        int dot = subject.indexOf('.');
        alerts.find(new AlertId(subject.substring(0, dot)))
                .filter(Alert::open)
                .ifPresent(alert -> recall(alert, subject.substring(dot + 1)));
    }

    private void recall(Alert alert, String recalls) {
        AlertId id = alert.id();
        asks.ask(
                id,
                "again-" + recalls,
                Priority.CALL,
                asking.again(alert.lacking(answers.brought(id))),
                bot -> Audience.of(Calls.called(bot, id), Reminders.answered(bot, id)));
    }
}
