package org.dabyl.timetable;

/**
 * A step in the timetable, written {@code kind|subject}.
 *
 * @param kind the {@link Step}; without {@code |}
 * @param subject what the step is for; anything
 */
record Due(String kind, String subject) {

    Due {
        if (kind.isEmpty() || kind.indexOf('|') >= 0) {
            throw new IllegalArgumentException("not a kind of step: " + kind);
        }
    }

    static Due of(String member) {
        int bar = member.indexOf('|');
        return new Due(member.substring(0, bar), member.substring(bar + 1));
    }

    String member() {
        return kind + "|" + subject;
    }
}
