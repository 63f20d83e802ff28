package org.dabyl.timetable;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Looks for due steps twice a second, so that an instance that dies is replaced at once by any other. */
@Component
final class TimetableTick implements Tick {

    private final Timetable timetable;

    TimetableTick(Timetable timetable) {
        this.timetable = timetable;
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(500);
    }

    @Override
    public void tick() {
        timetable.start();
    }
}
