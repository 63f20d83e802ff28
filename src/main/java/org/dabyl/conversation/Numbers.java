package org.dabyl.conversation;

import java.util.Optional;

/** Whole numbers as people write them. */
final class Numbers {

    private Numbers() {}

    /** The number where it is one and within the range, both ends included. */
    static Optional<Integer> read(String text, int least, int most) {
        String digits = text.strip();
        return digits.matches("\\d{1,6}")
                ? Optional.of(Integer.parseInt(digits)).filter(number -> number >= least && number <= most)
                : Optional.empty();
    }
}
