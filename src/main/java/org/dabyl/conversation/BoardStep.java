package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/** Keeps the boards of an alert up to date: every 2 s while messages go out or Telegram does not take them, every 30 s while it is open. */
@Component
final class BoardStep implements Step {

    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final Duration OPEN = Duration.ofSeconds(30);

    private final Alerts alerts;
    private final Boards boards;
    private final Timetable timetable;
    private final Clock clock;

    BoardStep(Alerts alerts, Boards boards, Timetable timetable, Clock clock) {
        this.alerts = alerts;
        this.boards = boards;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Boards.STEP;
    }

    @Override
    public void run(String subject) {
        alerts.find(new AlertId(subject)).ifPresent(alert -> {
            boolean busy = !boards.refresh(alert);
            if (busy || alert.open()) {
                again(alert, busy ? BUSY : OPEN);
            }
        });
    }

    private void again(Alert alert, Duration after) {
        timetable.at(Boards.STEP, alert.id().value(), clock.instant().plus(after));
    }
}
