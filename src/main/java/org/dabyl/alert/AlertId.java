package org.dabyl.alert;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Name of an alert, from its draft on; short enough for a button, too long to guess.
 *
 * @param value 10 of a-z and 2-7
 */
public record AlertId(String value) {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 10;
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{10}");

    /** Reads what a button carries; empty for anything that is not an id. */
    public static Optional<AlertId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AlertId(text)) : Optional.empty();
    }

    static AlertId random(RandomGenerator random) {
        StringBuilder value = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new AlertId(value.toString());
    }
}
