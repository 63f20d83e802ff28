package org.dabyl.alert;

import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Sends a piece of news; its subject is the alert and the order of the news. */
@Component
class UpdateStep implements Step {

    private final Alerts alerts;
    private final Bulletins bulletins;

    UpdateStep(Alerts alerts, Bulletins bulletins) {
        this.alerts = alerts;
        this.bulletins = bulletins;
    }

    @Override
    public String kind() {
        return Alerts.UPDATE;
    }

    @Override
    public void run(String subject) {
        int dot = subject.indexOf('.');
        AlertId id = new AlertId(subject.substring(0, dot));
        String order = subject.substring(dot + 1);
        // news after the end would call people back
        alerts.find(id).filter(Alert::open).ifPresent(alert -> alerts.news(id, order)
                .ifPresent(news -> bulletins.send(alert, order, news)));
    }
}
