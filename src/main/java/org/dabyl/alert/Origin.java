package org.dabyl.alert;

import java.util.Locale;

/** Who answers for an alert. */
public enum Origin {
    /** The organiser who raised it. */
    ORGANISER,
    /** Nobody yet: it went out because enough residents reported the same and no organiser answered. */
    RESIDENTS,
    /** Residents raised it, and an organiser confirmed it. */
    CONFIRMED;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Origin of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
