package org.dabyl.district;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** Reads the operator's GeoJSON; whatever is wrong with it ends in a {@link WrongDistrictFile}. */
final class DistrictFile {

    /** Far above any city's outlines; a larger file is the wrong one. */
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final String BUILT_IN = "almaty.geojson";
    private static final ZoneId USUAL_ZONE = ZoneId.of("Asia/Almaty");

    private DistrictFile() {}

    static List<District> read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream content = Files.newInputStream(file)) {
            return read(name, content);
        } catch (NoSuchFileException missing) {
            throw new WrongDistrictFile(
                    name + ": there is no such file in " + file.toAbsolutePath().getParent());
        } catch (IOException unreadable) {
            throw new WrongDistrictFile(name + ": the file cannot be read");
        }
    }

    static List<District> readBuiltIn() {
        try (InputStream content = requireNonNull(DistrictFile.class.getResourceAsStream("/districts/" + BUILT_IN))) {
            return read(BUILT_IN, content);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static List<District> read(String name, InputStream stream) throws IOException {
        byte[] content = stream.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw new WrongDistrictFile(name + ": the file is larger than 10 MB");
        }
        try {
            return read(JsonReader.read(content).members("the file"));
        } catch (WrongLine wrong) {
            throw wrong.in(name);
        }
    }

    private static List<District> read(Json.Members collection) {
        Feature.expectType(collection, "FeatureCollection");
        Json features = collection.need("features");
        if (features.items("features").isEmpty()) {
            throw new WrongLine(features.line(), "there is no district in \"features\"");
        }
        Json zone = collection.get("zone");
        List<Feature> read =
                features.items("features").stream().map(Feature::read).toList();
        return new DistrictTree(read, zone == null ? USUAL_ZONE : Feature.zone(zone)).districts();
    }
}
