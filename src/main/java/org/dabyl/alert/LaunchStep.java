package org.dabyl.alert;

import org.dabyl.timetable.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Calls the people of an alert that was just opened, once its card stands in the channels and groups, or a second later. */
@Component
public class LaunchStep implements Step {

    private final Alerts alerts;
    private final Calls calls;
    private final Poster poster;
    private final ApplicationEventPublisher events;

    LaunchStep(Alerts alerts, Calls calls, Poster poster, ApplicationEventPublisher events) {
        this.alerts = alerts;
        this.calls = calls;
        this.poster = poster;
        this.events = events;
    }

    @Override
    public String kind() {
        return Alerts.LAUNCH;
    }

    @Override
    public void run(String subject) {
        // one stood down before it was launched calls nobody
        alerts.find(new AlertId(subject)).filter(Alert::open).ifPresent(alert -> {
            events.publishEvent(new Launched(alert));
            launch(alert);
            alerts.launched(alert.id());
        });
    }

    /** Calls them now, once however often: whoever pressed need not wait for the timetable. */
    public void launch(Alert alert) {
        poster.await(alert);
        calls.launch(alert);
    }
}
