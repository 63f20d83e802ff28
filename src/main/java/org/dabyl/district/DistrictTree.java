package org.dabyl.district;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dabyl.district.Feature.Mention;
import org.jspecify.annotations.Nullable;

/** Makes districts of features that name each other; throws {@link WrongLine} where they do not fit together. */
final class DistrictTree {

    private final Map<DistrictCode, Feature> features = new LinkedHashMap<>();
    private final Map<Optional<DistrictCode>, List<Feature>> below = new HashMap<>();
    private final Map<DistrictCode, Set<DistrictCode>> neighbours = new LinkedHashMap<>();
    private final List<District> districts = new ArrayList<>();

    DistrictTree(List<Feature> read, ZoneId usualZone) {
        read.forEach(this::addFeature);
        read.forEach(this::checkParent);
        read.forEach(this::checkCycle);
        read.forEach(this::checkOrderOfCoordinates);
        read.forEach(this::addNeighbours);
        addBelow(null, usualZone, Quorum.read(null));
    }

    /** Each parent before its children, otherwise as in the file. */
    List<District> districts() {
        return List.copyOf(districts);
    }

    private void addFeature(Feature feature) {
        Mention code = feature.code();
        Feature earlier = features.putIfAbsent(code.code(), feature);
        if (earlier != null) {
            throw new WrongLine(
                    code.line(),
                    "the code %s is already used on line %d",
                    code,
                    earlier.code().line());
        }
        neighbours.put(code.code(), new LinkedHashSet<>());
        below.computeIfAbsent(Optional.ofNullable(feature.parent()).map(Mention::code), parent -> new ArrayList<>())
                .add(feature);
    }

    private void checkParent(Feature feature) {
        Mention parent = feature.parent();
        if (parent != null && !features.containsKey(parent.code())) {
            throw new WrongLine(
                    parent.line(), "%s names the parent %s, which is not in the file", feature.code(), parent);
        }
    }

    /** Looks for a cycle through this very feature; one further up is found from there. */
    private void checkCycle(Feature feature) {
        Set<DistrictCode> seen = new HashSet<>();
        for (Mention above = feature.parent(); above != null && seen.add(above.code()); above = parent(above)) {
            if (above.code().equals(feature.code().code())) {
                Mention parent = requireNonNull(feature.parent());
                throw new WrongLine(
                        parent.line(), "%s would be above itself through the parent %s", feature.code(), parent);
            }
        }
    }

    private @Nullable Mention parent(Mention mention) {
        return feature(mention.code()).parent();
    }

    private Feature feature(DistrictCode code) {
        return requireNonNull(features.get(code));
    }

    /** Swapped coordinates of many a city are in range; but they lie far away, and swapped back they would not. */
    private void checkOrderOfCoordinates(Feature feature) {
        if (feature.parent() == null) {
            return;
        }
        Point centre = feature.geometry().centre();
        Point parent = feature(feature.parent().code()).geometry().centre();
        double away = centre.kilometresTo(parent);
        boolean canSwap = Math.abs(centre.longitude()) <= 90;
        if (away > 1000 && canSwap && swapped(centre).kilometresTo(parent) < away / 10) {
            throw new WrongLine(
                    feature.geometry().line(),
                    "%s is %.0f km away from its parent; GeoJSON puts the longitude first",
                    feature.code(),
                    away);
        }
    }

    private static Point swapped(Point point) {
        return new Point(point.longitude(), point.latitude());
    }

    private void addNeighbours(Feature feature) {
        DistrictCode code = feature.code().code();
        for (Mention neighbour : feature.neighbours()) {
            if (neighbour.code().equals(code)) {
                throw new WrongLine(neighbour.line(), "%s names itself as a neighbour", feature.code());
            }
            if (!features.containsKey(neighbour.code())) {
                throw new WrongLine(
                        neighbour.line(),
                        "%s names the neighbour %s, which is not in the file",
                        feature.code(),
                        neighbour);
            }
            neighboursOf(code).add(neighbour.code());
            neighboursOf(neighbour.code()).add(code);
        }
    }

    private Set<DistrictCode> neighboursOf(DistrictCode code) {
        return requireNonNull(neighbours.get(code));
    }

    private void addBelow(@Nullable DistrictCode parent, ZoneId inherited, Quorum above) {
        for (Feature feature : below.getOrDefault(Optional.ofNullable(parent), List.of())) {
            ZoneId zone = feature.zone() == null ? inherited : feature.zone();
            Quorum quorum = feature.quorum().within(above);
            districts.add(district(feature, parent, zone, quorum));
            addBelow(feature.code().code(), zone, quorum);
        }
    }

    private District district(Feature feature, @Nullable DistrictCode parent, ZoneId zone, Quorum quorum) {
        DistrictCode code = feature.code().code();
        Geometry place = feature.geometry();
        return new District(
                code, parent, neighboursOf(code), feature.names(), place.centre(), place.outline(), zone, quorum);
    }
}
