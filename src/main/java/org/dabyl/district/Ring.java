package org.dabyl.district;

import java.util.List;

/** A closed line of at least 4 points, the last equal to the first; treated as flat, as districts are small. */
public record Ring(List<Point> points) {

    private static final double KILOMETRES_A_DEGREE = 111.195;

    /** Throws {@link IllegalArgumentException} where the line is too short or open. */
    public Ring {
        points = List.copyOf(points);
        if (points.size() < 4 || !points.getFirst().equals(points.getLast())) {
            throw new IllegalArgumentException("a ring has at least 4 points, the last equal to the first");
        }
    }

    /** Whether a line from the point to the east crosses the ring an odd number of times. */
    boolean surrounds(Point point) {
        boolean inside = false;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            boolean crossesHeight = a.latitude() > point.latitude() != b.latitude() > point.latitude();
            if (crossesHeight && point.longitude() < longitudeAt(point.latitude(), a, b)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double longitudeAt(double latitude, Point a, Point b) {
        double share = (latitude - a.latitude()) / (b.latitude() - a.latitude());
        return a.longitude() + share * (b.longitude() - a.longitude());
    }

    double kilometresTo(Point point) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.min(nearest, point.kilometresTo(foot(point, points.get(i - 1), points.get(i))));
        }
        return nearest;
    }

    /** The point of the side from a to b that is nearest to the given one. */
    private static Point foot(Point point, Point a, Point b) {
        double shrink = Math.cos(Math.toRadians(point.latitude()));
        double x = (b.longitude() - a.longitude()) * shrink;
        double y = b.latitude() - a.latitude();
        double along = (point.longitude() - a.longitude()) * shrink * x + (point.latitude() - a.latitude()) * y;
        double length = x * x + y * y;
        double share = length == 0 ? 0 : Math.clamp(along / length, 0, 1);
        return share == 1
                ? b
                : new Point(
                        a.latitude() + share * (b.latitude() - a.latitude()),
                        a.longitude() + share * (b.longitude() - a.longitude()));
    }

    double squareKilometres() {
        double shrink = Math.cos(Math.toRadians(points.getFirst().latitude()));
        return Math.abs(doubleArea()) / 2 * shrink * KILOMETRES_A_DEGREE * KILOMETRES_A_DEGREE;
    }

    /** Centre of gravity; of a ring without area, its first point. */
    Point centre() {
        Point origin = points.getFirst();
        double area = doubleArea();
        if (area == 0) {
            return origin;
        }
        double north = 0;
        double east = 0;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            double cross = cross(origin, a, b);
            north += cross * (a.latitude() + b.latitude() - 2 * origin.latitude());
            east += cross * (a.longitude() + b.longitude() - 2 * origin.longitude());
        }
        return new Point(origin.latitude() + north / (3 * area), origin.longitude() + east / (3 * area));
    }

    private double doubleArea() {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += cross(points.getFirst(), points.get(i - 1), points.get(i));
        }
        return sum;
    }

    private static double cross(Point origin, Point a, Point b) {
        return (a.longitude() - origin.longitude()) * (b.latitude() - origin.latitude())
                - (b.longitude() - origin.longitude()) * (a.latitude() - origin.latitude());
    }
}
