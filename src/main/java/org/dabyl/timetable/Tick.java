package org.dabyl.timetable;

import java.time.Duration;

/** Periodic work on every instance; a tick that takes longer than its period delays the next one. */
public interface Tick {

    /** The time between two ticks, at least 1 ms. */
    Duration every();

    /** The work; an exception is logged and the next tick comes all the same. */
    void tick();
}
