package org.dabyl.district;

import java.util.List;

/** One connected piece of ground: its edge, and the holes in it. */
public record Patch(Ring edge, List<Ring> holes) {

    public Patch {
        holes = List.copyOf(holes);
    }

    boolean holds(Point point) {
        return edge.surrounds(point) && holes.stream().noneMatch(hole -> hole.surrounds(point));
    }

    double kilometresTo(Point point) {
        return holes.stream().mapToDouble(hole -> hole.kilometresTo(point)).reduce(edge.kilometresTo(point), Math::min);
    }

    double squareKilometres() {
        return edge.squareKilometres()
                - holes.stream().mapToDouble(Ring::squareKilometres).sum();
    }
}
