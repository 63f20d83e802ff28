package org.dabyl.rehearsal;

import java.util.function.LongSupplier;

/** The pace of one bot, or of one group: so many sends in any sliding window, and a wait that sending during it lengthens. */
final class Pace {
    /** Each send during a wait adds a second to it; Telegram's own measure is not published. */
    private static final long PENALTY = 1_000_000;

    private final int limit;
    private final SlidingWindow window;
    private long waitUntil;
    private int largest;

    /**
     * @param limit sends in a window, 0 for any number
     * @param window length in microseconds
     */
    Pace(int limit, long window) {
        this.limit = limit;
        this.window = new SlidingWindow(window);
    }

    /** Counts a send and returns 0, or refuses it and returns the seconds to wait; {@code micros} is read in the order of counting. */
    synchronized int take(LongSupplier micros) {
        long now = micros.getAsLong();
        int count = window.count(now);
        if (now < waitUntil) {
            waitUntil += PENALTY;
            return seconds(waitUntil - now);
        }
        if (limit > 0 && count >= limit) {
            waitUntil = now + Math.max(PENALTY, window.untilRoom(now));
            return seconds(waitUntil - now);
        }
        window.add(now);
        largest = Math.max(largest, count + 1);
        return 0;
    }

    /** The largest number of sends that any window has held. */
    synchronized int largest() {
        return largest;
    }

    synchronized int current(long now) {
        return window.count(now);
    }

    private static int seconds(long micros) {
        return (int) Math.ceilDiv(micros, 1_000_000L);
    }
}
