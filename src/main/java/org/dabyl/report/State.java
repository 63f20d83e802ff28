package org.dabyl.report;

import java.util.Locale;

/** What became of an event. */
public enum State {
    /** Nothing yet. */
    OPEN,
    /** An organiser raised the alert. */
    RAISED,
    /** The residents' quorum raised the alert, and no organiser has said a word about it. */
    UNCONFIRMED,
    /** The residents' quorum raised the alert, and an organiser confirmed it. */
    CONFIRMED,
    /** An organiser says that it is a false alarm. */
    FALSE,
    /** The residents' quorum raised the alert, and an organiser called it off. */
    OFF;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
