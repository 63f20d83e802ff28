package org.dabyl.district;

/**
 * A place on Earth in degrees, latitude -90 to 90 and longitude -180 to 180. Prints as its type, for it may be where a
 * person is.
 */
public record Point(double latitude, double longitude) {

    /** Mean radius of the Earth (IUGG). */
    private static final double EARTH_KILOMETRES = 6371.0088;

    /** Throws {@link IllegalArgumentException} where a coordinate is out of range or not a number. */
    public Point {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("a latitude is -90 to 90, a longitude -180 to 180");
        }
    }

    /** Distance over the ground on a sphere (haversine), within 0.5 % of the true one. */
    public double kilometresTo(Point other) {
        double north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double chord = north * north
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * east * east;
        return 2 * EARTH_KILOMETRES * Math.asin(Math.sqrt(Math.min(1, chord)));
    }

    @Override
    public String toString() {
        return "Point";
    }
}
