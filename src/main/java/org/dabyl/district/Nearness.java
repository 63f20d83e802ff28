package org.dabyl.district;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.reverseOrder;

import java.util.Comparator;

/**
 * How well a district fits a place; the best sorts first.
 *
 * @param size square kilometres where the district holds the place, else infinite
 * @param metres whole, so that districts which share an edge are equally near
 * @param depth number of districts above
 */
record Nearness(District district, double size, long metres, int depth) implements Comparable<Nearness> {

    private static final Comparator<Nearness> ORDER = comparingDouble(Nearness::size)
            .thenComparingLong(Nearness::metres)
            .thenComparing(comparing(Nearness::depth, reverseOrder()));

    static Nearness of(District district, Point point, int depth) {
        Outline outline = district.outline();
        double size = outline.holds(point) ? outline.squareKilometres() : Double.POSITIVE_INFINITY;
        return new Nearness(district, size, Math.round(district.kilometresTo(point) * 1000), depth);
    }

    @Override
    public int compareTo(Nearness other) {
        return ORDER.compare(this, other);
    }
}
