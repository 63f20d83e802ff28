package org.dabyl.district;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a feature lies, read from its GeoJSON geometry (RFC 7946: a position is longitude, latitude). */
record Geometry(int line, Point centre, Outline outline) {

    static Geometry read(Json.Members json, @Nullable Json centre) {
        Json type = json.need("type");
        Json coordinates = json.need("coordinates");
        return switch (type.text("type")) {
            case "Point" ->
                new Geometry(coordinates.line(), point(centre == null ? coordinates : centre), Outline.UNKNOWN);
            case "Polygon" -> of(coordinates, List.of(patch(coordinates)), centre);
            case "MultiPolygon" -> of(coordinates, patches(coordinates), centre);
            default -> throw new WrongLine(type.line(), "a geometry must be a Point, a Polygon or a MultiPolygon");
        };
    }

    private static Geometry of(Json coordinates, List<Patch> patches, @Nullable Json centre) {
        Outline outline = new Outline(patches);
        return new Geometry(
                coordinates.line(), centre == null ? outline.centre().orElseThrow() : point(centre), outline);
    }

    private static List<Patch> patches(Json json) {
        return some(json).stream().map(Geometry::patch).toList();
    }

    private static Patch patch(Json json) {
        List<Ring> rings = some(json).stream().map(Geometry::ring).toList();
        return new Patch(rings.getFirst(), rings.subList(1, rings.size()));
    }

    private static List<Json> some(Json json) {
        List<Json> items = json.items("coordinates");
        if (items.isEmpty()) {
            throw new WrongLine(json.line(), "this outline has no points");
        }
        return items;
    }

    private static Ring ring(Json json) {
        List<Point> points = json.items("a ring").stream().map(Geometry::point).toList();
        if (points.size() < 4) {
            throw new WrongLine(
                    json.line(),
                    "a ring needs at least 4 points, the last equal to the first; this has %d",
                    points.size());
        }
        if (!points.getFirst().equals(points.getLast())) {
            throw new WrongLine(json.line(), "this ring is not closed: its last point must equal its first");
        }
        return new Ring(points);
    }

    private static Point point(Json json) {
        List<Json> position = json.items("a position");
        if (position.size() < 2) {
            throw new WrongLine(json.line(), "a position is [longitude, latitude]");
        }
        double longitude = within(180, position.get(0), "longitude");
        double latitude = within(90, position.get(1), "latitude");
        return new Point(latitude, longitude);
    }

    private static double within(int bound, Json json, String name) {
        double degrees = json.figure("a coordinate");
        if (!(Math.abs(degrees) <= bound)) {
            throw new WrongLine(
                    json.line(),
                    "the %s %s is not within -%d to %d; GeoJSON puts the longitude first",
                    name,
                    degrees,
                    bound,
                    bound);
        }
        return degrees;
    }
}
