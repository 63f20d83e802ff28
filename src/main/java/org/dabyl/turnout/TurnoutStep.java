package org.dabyl.turnout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Level;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/** Looks twice a minute, and when something is due, whether enough come to an open alert, and does what follows. */
@Component
final class TurnoutStep implements Step {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Alerts alerts;
    private final Answers answers;
    private final Latecomers latecomers;
    private final StandBy standBy;
    private final Widener widener;
    private final Timetable timetable;
    private final Clock clock;

    TurnoutStep(
            Alerts alerts,
            Answers answers,
            Latecomers latecomers,
            StandBy standBy,
            Widener widener,
            Timetable timetable,
            Clock clock) {
        this.alerts = alerts;
        this.answers = answers;
        this.latecomers = latecomers;
        this.standBy = standBy;
        this.widener = widener;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Alerts.TURNOUT;
    }

    @Override
    public void run(String subject) {
        alerts.find(new AlertId(subject))
                .filter(Alert::open)
                .ifPresent(alert -> timetable.at(kind(), subject, look(alert)));
    }

    /** When to look again. */
    private Instant look(Alert alert) {
        Instant again = clock.instant().plus(EVERY);
        if (alert.plan().level() != Level.CALL) {
            return again;
        }
        Tally tally = answers.tally(alert.id());
        latecomers.look(alert, tally);
        standBy.look(alert, tally);
        return widener.look(alert, tally).filter(again::isAfter).orElse(again);
    }
}
