package org.dabyl.conversation;

/** In front of whom somebody is served where not everybody can be at once. */
public enum Rank {
    ORGANISER,
    RESIDENT,
    /** Registered on this day or the day before. */
    NEWCOMER,
    STRANGER
}
