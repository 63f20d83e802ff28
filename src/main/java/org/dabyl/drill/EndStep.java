package org.dabyl.drill;

import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Ending;
import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Ends a drill, with thanks; one that is over already stays as it is. */
@Component
class EndStep implements Step {

    private final Alerts alerts;

    EndStep(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public String kind() {
        return Drills.END;
    }

    @Override
    public void run(String subject) {
        alerts.standDown(new AlertId(subject), Ending.STOOD_DOWN, "");
    }
}
