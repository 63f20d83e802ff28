package org.dabyl.alert;

/** How much an alert wants of people. */
public enum Level {
    /** Come now. */
    CALL,
    /** Be ready to come. */
    STAND_BY,
    /** Know about it. It never sounds like an alarm. */
    NOTICE
}
