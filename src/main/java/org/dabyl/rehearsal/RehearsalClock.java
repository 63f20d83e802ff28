package org.dabyl.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time that people live in while the rehearsal runs: it can be put forward, and pass up to {@value #FASTEST} times as fast as
 * that of the machine. The whole program reads it, except for leases and waits. Thread-safe.
 */
final class RehearsalClock extends Clock {

    static final int FASTEST = 60;

    private final Clock machine;
    private Instant since;
    private Instant then;
    private int speed = 1;

    RehearsalClock(Clock machine) {
        this.machine = machine;
        this.since = machine.instant();
        this.then = since;
    }

    @Override
    public synchronized Instant instant() {
        return then.plus(Duration.between(since, machine.instant()).multipliedBy(speed));
    }

    synchronized int speed() {
        return speed;
    }

    /** Passes so many times as fast from now on, 1 to {@value #FASTEST}. */
    synchronized void speed(int times) {
        set(instant());
        speed = Math.clamp(times, 1, FASTEST);
    }

    /** Stands still until it gets a speed again. */
    synchronized void halt() {
        set(instant());
        speed = 0;
    }

    /** Puts it forward; time never goes back. */
    synchronized void pass(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time does not go back");
        }
        set(instant().plus(time));
    }

    private void set(Instant now) {
        since = machine.instant();
        then = now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zones are the districts' own");
    }
}
