package org.dabyl.turnout;

import java.time.Clock;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/** The look whether enough come, for when it must not wait. */
@Component
public class Turnout {

    private final Timetable timetable;
    private final Clock clock;

    Turnout(Timetable timetable, Clock clock) {
        this.timetable = timetable;
        this.clock = clock;
    }

    /** Looks within a second. */
    public void look(AlertId id) {
        timetable.at(Alerts.TURNOUT, id.value(), clock.instant());
    }
}
