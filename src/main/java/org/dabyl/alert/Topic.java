package org.dabyl.alert;

/** What news of an alert is about. */
public enum Topic {
    /** Whatever the organiser says. */
    NEWS,
    /** Another muster point. */
    MUSTER,
    /** Another rendezvous. */
    RENDEZVOUS
}
