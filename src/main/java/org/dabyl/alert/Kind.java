package org.dabyl.alert;

/** What threatens a district. */
public enum Kind {
    BULLDOZERS,
    POLICE,
    BAILIFFS,
    FIRE,
    OTHER
}
