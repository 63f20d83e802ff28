package org.dabyl.telegram;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether so much comes to a bot, for longer than a moment, that it is better to ask for a hundred updates at once than to have each
 * brought by a request of its own. In this process only.
 */
final class Inflow {

    /** What may come within a second all day: more than people do who talk, far less than what takes a core. */
    private static final int USUAL = 100;

    /** Beyond what is usual, so much is a flood. */
    private static final int MANY = 1_000;

    /** How long the usual has to last until it is over. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private static final double SECOND = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    private double level;
    private long last;
    private boolean flooding;

    Inflow(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** So many updates came. */
    synchronized void came(int many) {
        ebb();
        level = Math.min(level + many, (double) MANY + USUAL * QUIET.toSeconds());
        flooding |= level >= MANY;
    }

    /** From a thousand beyond the usual on, until there has been no more than the usual for at most a minute. */
    synchronized boolean floods() {
        ebb();
        flooding &= level > 0;
        return flooding;
    }

    private void ebb() {
        long now = nanos.getAsLong();
        level = Math.max(0, level - (now - last) / SECOND * USUAL);
        last = now;
    }
}
