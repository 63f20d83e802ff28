package org.dabyl.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far an alert calls; each ring includes those before it. */
public enum Ring {
    /** The district, its parts, and those who registered for a district around it. */
    OWN(0),
    /** The districts beside it. */
    NEIGHBOURS(1),
    /** The whole district around it. */
    PARENT(2),
    /** Everyone. */
    CITY(3);

    /** Those beyond the own district, nearest first. */
    static final List<Ring> FARTHER = List.of(NEIGHBOURS, PARENT, CITY);

    private final int number;

    Ring(int number) {
        this.number = number;
    }

    /** 0 for the own district, then 1 to 3. */
    public int number() {
        return number;
    }

    /** Reads {@link #number()}; empty for anything else. */
    public static Optional<Ring> parse(String number) {
        return Arrays.stream(values())
                .filter(ring -> String.valueOf(ring.number()).equals(number))
                .findFirst();
    }
}
