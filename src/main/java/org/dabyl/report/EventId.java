package org.dabyl.report;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.dabyl.alert.AlertId;

/**
 * Name of an event; short enough for a button, too long to guess.
 *
 * @param value 10 of a-z and 2-7
 */
public record EventId(String value) {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 10;
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{10}");

    /** Reads what a button carries; empty for anything that is not an id. */
    public static Optional<EventId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new EventId(text)) : Optional.empty();
    }

    static EventId random(RandomGenerator random) {
        StringBuilder value = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new EventId(value.toString());
    }

    /** The alert that the quorum raises for it: always the same one, so that a step which runs twice raises once. */
    AlertId quorumAlert() {
        return new AlertId(value);
    }
}
