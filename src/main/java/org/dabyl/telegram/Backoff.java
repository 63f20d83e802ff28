package org.dabyl.telegram;

import java.time.Duration;

/** Waits that double from failure to failure; for one thread. */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** How long to wait now. */
    Duration next() {
        Duration now = next;
        next = now.multipliedBy(2).compareTo(longest) < 0 ? now.multipliedBy(2) : longest;
        return now;
    }

    void reset() {
        next = first;
    }
}
