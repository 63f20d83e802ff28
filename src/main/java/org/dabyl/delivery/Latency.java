package org.dabyl.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.stereotype.Component;

/** The smallest time that a call to Telegram has lately taken from this process. */
@Component
final class Latency {

    /** How many calls are "lately": two seconds of a broadcast. */
    private static final int LATELY = 64;

    /** The part of it that the pace may count on. */
    private static final double TRUSTED = 0.8;

    private final AtomicLongArray nanos = new AtomicLongArray(LATELY);
    private final AtomicInteger calls = new AtomicInteger();

    void saw(Duration call) {
        nanos.set(Math.floorMod(calls.getAndIncrement(), LATELY), Math.max(1, call.toNanos()));
    }

    /** What a slot of the pace may be freed earlier by, in microseconds; 0 where nothing is known. */
    long credit() {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < LATELY; i++) {
            long seen = nanos.get(i);
            if (seen > 0) {
                smallest = Math.min(smallest, seen);
            }
        }
        return smallest == Long.MAX_VALUE ? 0 : (long) (smallest * TRUSTED / 1000);
    }
}
