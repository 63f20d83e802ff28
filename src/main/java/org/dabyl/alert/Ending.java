package org.dabyl.alert;

/** Why an alert is over. */
public enum Ending {
    /** An organiser stood it down. */
    STOOD_DOWN,
    /** There was nothing. */
    FALSE_ALARM,
    /** Nobody ended it, so it ended by itself. */
    FORGOTTEN,
    /** A drill that gave way to an alert in earnest. */
    CALLED_OFF
}
