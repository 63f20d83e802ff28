package org.dabyl.turnout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.AlertSettings;
import org.dabyl.alert.Alerts;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/**
 * What is done after the end of an alert, one after the other; its subject is the alert and {@code ask}, {@code again}, {@code list}
 * or {@code close}. Nothing follows once everyone has answered.
 */
@Component
class HomeStep implements Step {

    private final Alerts alerts;
    private final HomeCheck check;
    private final HomeLists lists;
    private final Timetable timetable;
    private final AlertSettings settings;
    private final Clock clock;

    HomeStep(
            Alerts alerts, HomeCheck check, HomeLists lists, Timetable timetable, AlertSettings settings, Clock clock) {
        this.alerts = alerts;
        this.check = check;
        this.lists = lists;
        this.timetable = timetable;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "home";
    }

    @Override
    public void run(String subject) {
        int dot = subject.indexOf('.');
        String stage = subject.substring(dot + 1);
        alerts.find(new AlertId(subject.substring(0, dot)))
                // nobody has to be looked for after a drill
                .filter(alert -> !alert.open() && !alert.plan().drill())
                .ifPresent(alert -> run(alert, stage));
    }

    private void run(Alert alert, String stage) {
        switch (stage) {
            case "ask" -> {
                if (check.ask(alert, stage)) {
                    next(alert, "again", settings.homeAgain());
                }
            }
            case "again" -> {
                if (check.ask(alert, stage)) {
                    next(alert, "list", settings.homeAgain());
                }
            }
            case "list" -> {
                if (check.list(alert)) {
                    lists.changed(alert.id());
                    alerts.endedAt(alert.id()).ifPresent(end -> plan(alert, "close", end.plus(HomeCheck.LISTED)));
                }
            }
            default -> lists.changed(alert.id());
        }
    }

    private void next(Alert alert, String stage, Duration after) {
        plan(alert, stage, clock.instant().plus(after));
    }

    private void plan(Alert alert, String stage, Instant due) {
        timetable.at(kind(), alert.id().value() + "." + stage, due);
    }
}
