package org.dabyl.smoke;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Texts and values that nobody expects, by chance that can be repeated. */
record Garble(RandomGenerator random) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> PIECES = List.of(
            "\u202e",
            "\u200f",
            "\u200b",
            "\ufeff",
            "\u2066",
            "\u0000",
            "\u0007",
            "\u001b[31m",
            "\r",
            "\n",
            "\t",
            "\u2028",
            "\ud83d",
            "\ude00",
            "😀",
            "👩‍👩‍👧",
            "é",
            "e\u0301\u0301\u0301",
            "ﷺ",
            "<b>",
            "</b>",
            "<script>",
            "&lt;",
            "*_`[x](y)",
            "{0}",
            "%s",
            "%n",
            "${jndi:ldap://x}",
            "'; DROP",
            "\\",
            "\"",
            ":",
            "|",
            ",",
            ";",
            "\u00a0",
            "/",
            "//",
            "@",
            "😀".repeat(20),
            "ж".repeat(64),
            "0",
            "-1",
            "1e999",
            "9223372036854775808",
            "null",
            "true",
            "қ",
            "Шаңырақ");

    /** Values of any kind where another one belongs. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1",
            "0.5",
            "1e999",
            "-1e-999",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "123456789012345678901234567890",
            "\"\"",
            "\"x\"",
            "\"42\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"id\":null}",
            "{\"\":{}}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]");

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A text of a few odd pieces, now and then as long as Telegram lets it be. */
    String text() {
        int pieces = random.nextInt(6);
        String text = random.ints(pieces, 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining(chance(50) ? " " : ""));
        return switch (random.nextInt(200)) {
            case 0 -> "😀".repeat(4096);
            case 1 -> "ж".repeat(4096);
            case 2 -> "<b>".repeat(1365);
            case 3 -> "\u202e".repeat(4096);
            default -> text;
        };
    }

    JsonNode value() {
        return JSON.readTree(one(VALUES));
    }

    /** An id of a chat or a person as it should not be. */
    JsonNode id() {
        return chance(50) ? JsonNodeFactory.instance.numberNode(random.nextLong()) : value();
    }

    /** Spoils some places of a tree. */
    void spoil(ObjectNode tree) {
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            JsonNode place = tree;
            while (chance(70)) {
                JsonNode deeper = child(place);
                if (!deeper.isContainer()) {
                    break;
                }
                place = deeper;
            }
            spoilIn(place);
        }
    }

    private JsonNode child(JsonNode place) {
        return place.isEmpty()
                ? place.path("nothing")
                : one(place.values().stream().toList());
    }

    private void spoilIn(JsonNode place) {
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            String name = one(List.copyOf(object.propertyNames()));
            if (chance(25)) {
                object.remove(name);
            } else {
                object.set(name, value());
            }
        } else if (place instanceof ArrayNode array) {
            array.add(value());
        }
    }
}
