package org.dabyl.turnout;

import java.util.Locale;

/** How soon a person said that they would be there; who says "in ten minutes" comes more often than who says "in an hour". */
public enum Within {
    TEN(10),
    THIRTY(30),
    SIXTY(60),
    LATER(Answer.LONGEST_MINUTES);

    private final int minutes;

    Within(int minutes) {
        this.minutes = minutes;
    }

    static Within of(int minutes) {
        for (Within within : values()) {
            if (minutes <= within.minutes) {
                return within;
            }
        }
        return LATER;
    }

    /** Its name in keys. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Within tagged(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
