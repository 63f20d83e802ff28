package org.dabyl.turnout;

import java.util.List;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Calls;
import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/**
 * Tells those who were to be ready that it is a call now, but for who said that they can't. How soon somebody could have been there
 * is no answer to it: they are asked anew.
 */
@Component
final class CallStep implements Step {

    private final Alerts alerts;
    private final Answers answers;
    private final Calls calls;

    CallStep(Alerts alerts, Answers answers, Calls calls) {
        this.alerts = alerts;
        this.answers = answers;
        this.calls = calls;
    }

    @Override
    public String kind() {
        return Alerts.CALL;
    }

    @Override
    public void run(String subject) {
        AlertId id = new AlertId(subject);
        alerts.find(id).filter(Alert::open).ifPresent(alert -> {
            // who answered within the second since the tap is asked once more
            answers.renew(id);
            calls.turn(alert, bot -> List.of(Answers.cannot(bot, id)));
            alerts.launched(id);
        });
    }
}
