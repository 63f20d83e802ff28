package org.dabyl.telegram;

import java.time.Duration;

/** Waits that a test can afford. */
final class Patient {

    private Patient() {}

    /** Failures are tried again at once, and polls come back at once or after a second. */
    static Patience with(int longPollSeconds) {
        Duration atOnce = Duration.ofMillis(10);
        return new Patience(
                Duration.ofSeconds(longPollSeconds),
                atOnce,
                atOnce,
                atOnce,
                atOnce,
                atOnce,
                Duration.ZERO,
                Duration.ofSeconds(10));
    }
}
