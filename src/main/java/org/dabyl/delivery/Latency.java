package org.dabyl.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.stereotype.Component;

/** The smallest time that a call to Telegram has lately taken from this process. */
@Component
final class Latency {

    /** How many calls are "lately": nine seconds of a broadcast; before so many are seen nothing is counted on. */
    private static final int LATELY = 256;

    /** Left out of the credit: what a warm process is quicker than a cold one, in nanoseconds. */
    private static final long MARGIN = 3_000_000;

    /** The part of it that the pace may count on. */
    private static final double TRUSTED = 0.8;

    private final AtomicLongArray nanos = new AtomicLongArray(LATELY);
    private final AtomicInteger calls = new AtomicInteger();

    void saw(Duration call) {
        nanos.set(Math.floorMod(calls.getAndIncrement(), LATELY), Math.max(1, call.toNanos()));
    }

    /** What a slot of the pace may be freed earlier by, in microseconds; 0 as long as too little is known. */
    long credit() {
        if (calls.get() < LATELY) {
            return 0;
        }
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < LATELY; i++) {
            smallest = Math.min(smallest, nanos.get(i));
        }
        return Math.max(0, (long) (smallest * TRUSTED) - MARGIN) / 1000;
    }
}
