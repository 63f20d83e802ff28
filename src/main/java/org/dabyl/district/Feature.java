package org.dabyl.district;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A district as it stands in the file, before its relations to others are checked. */
record Feature(
        Mention code,
        @Nullable Mention parent,
        List<Mention> neighbours,
        Map<String, String> names,
        Geometry geometry,
        @Nullable ZoneId zone,
        Quorum quorum) {

    /** So that it fits a button and a line on a phone. */
    private static final int LONGEST_NAME = 60;

    /** A code, and the line that names it. */
    record Mention(DistrictCode code, int line) {

        @Override
        public String toString() {
            return "\"" + code + "\"";
        }
    }

    static Feature read(Json json) {
        Json.Members feature = json.members("a feature");
        expectType(feature, "Feature");
        Json.Members properties = feature.need("properties").members("properties");
        Mention code = mention(properties.need("code"), "code");
        Json parent = properties.get("parent");
        Json neighbours = properties.get("neighbours");
        Json zone = properties.get("zone");
        return new Feature(
                code,
                parent == null ? null : mention(parent, "parent"),
                neighbours == null ? List.of() : mentions(neighbours),
                names(code, properties.need("name").members("name")),
                Geometry.read(feature.need("geometry").members("geometry"), properties.get("centre")),
                zone == null ? null : zone(zone),
                Quorum.read(properties.get("quorum")));
    }

    static void expectType(Json.Members json, String type) {
        Json found = json.need("type");
        if (!found.text("type").equals(type)) {
            throw new WrongLine(found.line(), "\"type\" must be \"%s\"", type);
        }
    }

    private static Mention mention(Json json, String name) {
        String code = json.text(name);
        if (!DistrictCode.isCode(code)) {
            throw new WrongLine(json.line(), "\"%s\" is no code, which is 2 to 40 of a-z, 0-9 and -", code);
        }
        return new Mention(new DistrictCode(code), json.line());
    }

    private static List<Mention> mentions(Json neighbours) {
        return neighbours.items("neighbours").stream()
                .map(item -> mention(item, "a neighbour"))
                .toList();
    }

    private static Map<String, String> names(Mention code, Json.Members json) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String language : District.LANGUAGES) {
            Json name = json.get(language);
            if (name == null || name.text(language).isBlank()) {
                throw new WrongLine(json.line(), "%s has no name in \"%s\"", code, language);
            }
            if (name.text(language).length() > LONGEST_NAME) {
                throw new WrongLine(name.line(), "this name is longer than %d characters", LONGEST_NAME);
            }
            names.put(language, name.text(language).strip());
        }
        return names;
    }

    static ZoneId zone(Json json) {
        try {
            return ZoneId.of(json.text("zone"));
        } catch (DateTimeException unknown) {
            throw new WrongLine(json.line(), "\"%s\" is no time zone such as \"Asia/Almaty\"", json.text("zone"));
        }
    }
}
