package org.dabyl.turnout;

import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Brings the list of an alert up to date, until all its copies are out and show the same. */
@Component
class HomeListStep implements Step {

    private final Alerts alerts;
    private final HomeCheck check;
    private final HomeLists lists;

    HomeListStep(Alerts alerts, HomeCheck check, HomeLists lists) {
        this.alerts = alerts;
        this.check = check;
        this.lists = lists;
    }

    @Override
    public String kind() {
        return HomeLists.STEP;
    }

    @Override
    public void run(String subject) {
        AlertId id = new AlertId(subject);
        alerts.find(id).filter(alert -> !alert.open()).filter(this::behind).ifPresent(alert -> lists.changed(id));
    }

    private boolean behind(Alert alert) {
        return !check.refresh(alert);
    }
}
