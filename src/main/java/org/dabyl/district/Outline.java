package org.dabyl.district;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Optional;

/** The ground of a district as patches; without any where only its centre is known. */
public record Outline(List<Patch> patches) {

    public static final Outline UNKNOWN = new Outline(List.of());

    public Outline {
        patches = List.copyOf(patches);
    }

    public boolean isKnown() {
        return !patches.isEmpty();
    }

    /** Whether the point is on this ground; false where the ground is unknown. */
    public boolean holds(Point point) {
        return patches.stream().anyMatch(patch -> patch.holds(point));
    }

    /** Distance to the nearest edge, 0 within; infinite where the ground is unknown. */
    double kilometresTo(Point point) {
        return holds(point)
                ? 0
                : patches.stream()
                        .mapToDouble(patch -> patch.kilometresTo(point))
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
    }

    double squareKilometres() {
        return patches.stream().mapToDouble(Patch::squareKilometres).sum();
    }

    /** Centre of the largest patch: the centre of all could lie between them, where nobody lives. */
    Optional<Point> centre() {
        return patches.stream().max(comparingDouble(Patch::squareKilometres)).map(patch -> patch.edge()
                .centre());
    }
}
