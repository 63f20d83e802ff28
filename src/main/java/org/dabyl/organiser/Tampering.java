package org.dabyl.organiser;

/**
 * That somebody laid hands on the log of acts.
 *
 * @param what what was done to it
 * @param place where in the log it shows
 */
public record Tampering(What what, long place) {

    /** What can be done to a log. */
    public enum What {
        REMOVED,
        CHANGED,
        REORDERED
    }
}
