package org.dabyl.delivery;

import java.util.Locale;

/** Which dispatch is served first when several run at once: the first that has somebody waiting. */
public enum Priority {
    /** A call to the gate. */
    CALL,
    /** News of an alert that people were called to, its end among them. */
    UPDATE,
    /** What can wait; makes no sound in a person's quiet hours. */
    REMINDER;

    static Priority of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    /** Its name in keys: {@code call}, {@code update}, {@code reminder}. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
