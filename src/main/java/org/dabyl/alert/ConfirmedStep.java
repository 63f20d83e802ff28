package org.dabyl.alert;

import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Tells the people of an alert that residents raised that an organiser confirms it. */
@Component
class ConfirmedStep implements Step {

    private final Alerts alerts;
    private final Calls calls;

    ConfirmedStep(Alerts alerts, Calls calls) {
        this.alerts = alerts;
        this.calls = calls;
    }

    @Override
    public String kind() {
        return Alerts.CONFIRMED;
    }

    @Override
    public void run(String subject) {
        alerts.find(new AlertId(subject)).filter(Alert::open).ifPresent(calls::confirmed);
    }
}
