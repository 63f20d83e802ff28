package org.dabyl.alert;

import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Calls the people of a ring; its subject is the alert and the number of the ring. */
@Component
class RingStep implements Step {

    private final Alerts alerts;
    private final Calls calls;

    RingStep(Alerts alerts, Calls calls) {
        this.alerts = alerts;
        this.calls = calls;
    }

    @Override
    public String kind() {
        return Rings.STEP;
    }

    @Override
    public void run(String subject) {
        int dot = subject.indexOf('.');
        Ring ring = Ring.parse(subject.substring(dot + 1)).orElseThrow();
        alerts.find(new AlertId(subject.substring(0, dot))).filter(Alert::open).ifPresent(alert -> {
            calls.widen(alert, ring);
            alerts.launched(alert.id());
        });
    }
}
