package org.dabyl.alert;

import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Calls the people of an alert that was just opened. */
@Component
class LaunchStep implements Step {

    private final Alerts alerts;
    private final Calls calls;

    LaunchStep(Alerts alerts, Calls calls) {
        this.alerts = alerts;
        this.calls = calls;
    }

    @Override
    public String kind() {
        return Alerts.LAUNCH;
    }

    @Override
    public void run(String subject) {
        // one stood down before it was launched calls nobody
        alerts.find(new AlertId(subject)).filter(Alert::open).ifPresent(calls::launch);
    }
}
