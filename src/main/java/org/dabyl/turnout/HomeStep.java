package org.dabyl.turnout;

import java.time.Clock;
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
            case "ask" -> ask(alert, stage, "again");
            case "again" -> ask(alert, stage, "list");
            case "list" -> {
                if (check.list(alert)) {
                    lists.changed(alert.id());
                    alerts.endedAt(alert.id()).ifPresent(end -> plan(alert, "close", end.plus(HomeCheck.LISTED)));
                }
            }
            default -> lists.changed(alert.id());
        }
    }

    private void ask(Alert alert, String stage, String next) {
        // before they are asked: of two times the earlier counts, so whoever goes on after a crash delays nothing
        plan(alert, next, clock.instant().plus(settings.homeAgain()));
        if (!check.ask(alert, stage)) {
            timetable.cancel(kind(), subject(alert, next));
        }
    }

    private void plan(Alert alert, String stage, Instant due) {
        timetable.at(kind(), subject(alert, stage), due);
    }

    private static String subject(Alert alert, String stage) {
        return alert.id().value() + "." + stage;
    }
}
