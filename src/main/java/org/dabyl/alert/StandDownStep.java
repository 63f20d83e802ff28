package org.dabyl.alert;

import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Tells the people of an alert that it is over. */
@Component
class StandDownStep implements Step {

    private final Alerts alerts;
    private final Calls calls;
    private final Asks asks;

    StandDownStep(Alerts alerts, Calls calls, Asks asks) {
        this.alerts = alerts;
        this.calls = calls;
        this.asks = asks;
    }

    @Override
    public String kind() {
        return Alerts.STAND_DOWN;
    }

    @Override
    public void run(String subject) {
        alerts.find(new AlertId(subject)).ifPresent(alert -> {
            asks.withdraw(alert.id());
            calls.standDown(alert);
        });
    }
}
