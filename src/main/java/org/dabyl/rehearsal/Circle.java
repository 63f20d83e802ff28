package org.dabyl.rehearsal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How near to the gate somebody of the morning's crowd lives. Few have registered near it: with these numbers fewer than ten come
 * of their own, so that an alert has to widen.
 */
enum Circle {
    DISTRICT(3, Guide.DISTRICT),
    NEIGHBOURS(5, "shanyrak-2 bakay aygerim akbulak"),
    AROUND(110, "ulzhan madeniet karasu algabas zerdeli"),
    CITY(150, "tastak aksay medeu bostandyk turksib");

    final int people;
    private final String codes;

    Circle(int people, String codes) {
        this.people = people;
        this.codes = codes;
    }

    /** The districts whose links they open. */
    List<String> codes() {
        return List.of(codes.split(" ", -1));
    }

    /** Where the person lives who opened the link of this district; empty where the story knows it not. */
    static Optional<Circle> of(String code) {
        return Arrays.stream(values())
                .filter(circle -> circle.codes().contains(code))
                .findFirst();
    }
}
