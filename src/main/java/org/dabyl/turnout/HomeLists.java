package org.dabyl.turnout;

import java.time.Clock;
import java.time.Duration;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Trace;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/** Plans that the lists of who is not home are brought up to date: all changes of some seconds are one edit of each copy. */
@Component
public class HomeLists implements Trace {

    static final String STEP = "homelist";
    private static final Duration COALESCING = Duration.ofSeconds(5);

    private final Alerts alerts;
    private final Timetable timetable;
    private final Clock clock;

    HomeLists(Alerts alerts, Timetable timetable, Clock clock) {
        this.alerts = alerts;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** Somebody answered, or left. */
    public void changed(AlertId id) {
        timetable.at(STEP, id.value(), clock.instant().plus(COALESCING));
    }

    /** Keeps nothing of anybody; who leaves is no longer missed. */
    @Override
    public void erase(Address person) {
        alerts.kept().stream().filter(id -> alerts.endedAt(id).isPresent()).forEach(this::changed);
    }
}
