package org.dabyl.timetable;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for due steps twice a second, so that an instance that dies is replaced at once by any other. */
@Component
final class TimetableTick implements Tick, SmartLifecycle {

    private final Timetable timetable;
    private volatile boolean running;

    TimetableTick(Timetable timetable) {
        this.timetable = timetable;
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(500);
    }

    @Override
    public void tick() {
        timetable.prolong();
        timetable.start();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        timetable.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after Quartz, and before the connection to Redis, which running steps still need. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }
}
