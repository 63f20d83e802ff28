package org.dabyl.district;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes files of districts for tests, one feature a line, the first on line 3. */
final class Sketch {

    private final List<String> features = new ArrayList<>();

    static String properties(String code, String more) {
        return "\"code\": \"%s\", \"name\": {\"kk\": \"%s kk\", \"ru\": \"%s ru\", \"en\": \"%s en\"}%s"
                .formatted(code, code, code, code, more.isEmpty() ? "" : ", " + more);
    }

    Sketch point(String code, double longitude, double latitude, String more) {
        return geometry(code, "Point", "[" + longitude + ", " + latitude + "]", more);
    }

    /** A square with sides along the meridians. */
    Sketch square(String code, double west, double south, double side, String more) {
        return geometry(code, "Polygon", "[" + ring(west, south, side) + "]", more);
    }

    static String ring(double west, double south, double side) {
        double east = west + side;
        double north = south + side;
        return List.of(
                        List.of(west, south),
                        List.of(east, south),
                        List.of(east, north),
                        List.of(west, north),
                        List.of(west, south))
                .toString();
    }

    Sketch geometry(String code, String type, String coordinates, String more) {
        return feature(
                "{\"type\": \"Feature\", \"geometry\": {\"type\": \"%s\", \"coordinates\": %s}, \"properties\": {%s}}"
                        .formatted(type, coordinates, properties(code, more)));
    }

    Sketch feature(String json) {
        features.add(json);
        return this;
    }

    String text() {
        return features.stream()
                .collect(Collectors.joining(",\n", "{\"type\": \"FeatureCollection\",\n\"features\": [\n", "\n]}\n"));
    }

    Districts districts() {
        return read(text());
    }

    static Districts read(String text) {
        try {
            Path file = Files.createTempFile("districts", ".geojson");
            try {
                Files.write(file, text.getBytes(StandardCharsets.UTF_8));
                return Districts.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<String> codes(List<District> districts) {
        return districts.stream().map(district -> district.code().value()).toList();
    }

    static DistrictCode code(String value) {
        return new DistrictCode(value);
    }
}
