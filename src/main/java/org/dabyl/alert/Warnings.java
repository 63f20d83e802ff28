package org.dabyl.alert;

import java.time.Duration;

/** Tells the organisers of an alert what is about to happen to it. */
public interface Warnings {

    /**
     * It will end by itself after this time. Each organiser reads it once, however often this is called with the same occasion.
     *
     * @param occasion a-z, 0-9 and dashes
     */
    void endsSoon(Alert alert, Duration left, String occasion);
}
