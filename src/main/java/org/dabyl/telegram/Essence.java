package org.dabyl.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of an update is kept until it is handled: the fields that {@link Hearing} and {@link PublicHearing} read, and no others. So
 * names and user names are never written down, not even sealed, and a press does not carry the whole message that it was made on.
 *
 * @param values kept where they are no objects or lists
 * @param marks kept as {@code true} where they are there at all
 * @param parts kept in part; of a list the last
 */
record Essence(List<String> values, List<String> marks, Map<String, Essence> parts) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Essence CHAT = values("id", "type", "title");
    private static final Essence PERSON = values("id", "is_bot", "language_code");
    private static final Essence PLACE = values("latitude", "longitude");

    private static final Essence MESSAGE = new Essence(
            List.of("message_id", "date", "text", "caption", "migrate_to_chat_id"),
            List.of("sender_chat", "forward_origin", "via_bot"),
            Map.of(
                    "chat", CHAT,
                    "from", PERSON,
                    "location", PLACE,
                    "venue", new Essence(List.of(), List.of(), Map.of("location", PLACE)),
                    "photo", values("file_id")));

    private static final Essence PRESSED = new Essence(List.of("message_id", "date"), List.of(), Map.of("chat", CHAT));

    private static final Essence PRESS =
            new Essence(List.of("id", "data"), List.of(), Map.of("from", PERSON, "message", PRESSED));

    private static final Essence MEMBERSHIP = new Essence(
            List.of(),
            List.of(),
            Map.of("chat", CHAT, "from", PERSON, "new_chat_member", values("status", "can_post_messages")));

    private static final Essence UPDATE = new Essence(
            List.of(), List.of(), Map.of("message", MESSAGE, "callback_query", PRESS, "my_chat_member", MEMBERSHIP));

    private static Essence values(String... names) {
        return new Essence(List.of(names), List.of(), Map.of());
    }

    /** The essence of an update, as JSON with Telegram's names; it is understood as the update is. */
    static String of(JsonNode update) {
        return UPDATE.from(update).toString();
    }

    private JsonNode from(JsonNode node) {
        if (node.isArray()) {
            return NODES.arrayNode().add(node.isEmpty() ? NODES.nullNode() : inside(node.get(node.size() - 1)));
        }
        return inside(node);
    }

    /** Something that is no object stays there, as null: that it is there may matter. */
    private JsonNode inside(JsonNode node) {
        if (!node.isObject()) {
            return NODES.nullNode();
        }
        ObjectNode kept = NODES.objectNode();
        for (String name : values) {
            JsonNode value = node.get(name);
            if (value != null && value.isValueNode()) {
                kept.set(name, value);
            }
        }
        for (String name : marks) {
            if (node.has(name)) {
                kept.put(name, true);
            }
        }
        parts.forEach((name, part) -> keep(kept, name, node.get(name), part));
        return kept;
    }

    private static void keep(ObjectNode kept, String name, @Nullable JsonNode value, Essence part) {
        if (value != null) {
            kept.set(name, part.from(value));
        }
    }
}
