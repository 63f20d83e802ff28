package org.dabyl.alert;

import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Tells the people of an alert that it is over. */
@Component
class StandDownStep implements Step {

    private final Alerts alerts;
    private final Calls calls;

    StandDownStep(Alerts alerts, Calls calls) {
        this.alerts = alerts;
        this.calls = calls;
    }

    @Override
    public String kind() {
        return Alerts.STAND_DOWN;
    }

    @Override
    public void run(String subject) {
        alerts.find(new AlertId(subject)).ifPresent(calls::standDown);
    }
}
