package org.dabyl.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON shapes of the Bot API's objects. */
final class Shapes {

    private Shapes() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode yes() {
        return JsonNodeFactory.instance.booleanNode(true);
    }

    static ObjectNode user(Person person) {
        return object().put("id", person.id)
                .put("is_bot", false)
                .put("first_name", person.firstName)
                .put("language_code", person.language());
    }

    static ObjectNode user(Account bot) {
        return object().put("id", bot.id)
                .put("is_bot", true)
                .put("first_name", bot.name())
                .put("username", bot.username);
    }

    static ObjectNode chat(Chat chat) {
        ObjectNode json = object().put("id", chat.id).put("type", chat.type);
        return json.put(chat.isPrivate() ? "first_name" : "title", chat.title);
    }

    static ObjectNode message(Account bot, Chat chat, Message message) {
        ObjectNode json = object().put("message_id", message.id());
        @Nullable Person from = message.from();
        if (chat.type.equals("channel")) {
            json.set("sender_chat", chat(chat));
        } else {
            json.set("from", from == null ? user(bot) : user(from));
        }
        json.set("chat", chat(chat));
        json.put("date", message.sent());
        if (message.edited() > 0) {
            json.put("edit_date", message.edited());
        }
        content(json, message.content());
        return json;
    }

    private static void content(ObjectNode json, Content content) {
        boolean photo = content.photo() != null;
        if (content.location() != null) {
            json.set("location", place(content.location()));
        } else if (!photo || !content.text().isEmpty()) {
            json.put(photo ? "caption" : "text", content.text());
            if (content.entities() != null) {
                json.set(photo ? "caption_entities" : "entities", content.entities());
            }
        }
        if (photo) {
            json.set("photo", photo(String.valueOf(content.photo())));
        }
        if (content.guarded()) {
            json.put("has_protected_content", true);
        }
        if (content.buttons() != null) {
            json.putObject("reply_markup").set("inline_keyboard", content.buttons());
        }
    }

    private static ObjectNode place(Content.Point point) {
        return object().put("latitude", point.latitude()).put("longitude", point.longitude());
    }

    private static ArrayNode photo(String fileId) {
        ObjectNode size = object().put("file_id", fileId).put("file_unique_id", "u" + fileId);
        return array().add(size.put("width", 1280).put("height", 720));
    }

    /** The entity that Telegram adds to a text which begins with a command; null where it does not. */
    static @Nullable JsonNode commandEntity(String text) {
        int end = 1;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "_@".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        if (!text.startsWith("/") || end < 2) {
            return null;
        }
        return array().add(object().put("type", "bot_command").put("offset", 0).put("length", end));
    }

    static ArrayNode list(List<? extends JsonNode> nodes) {
        return array().addAll(List.copyOf(nodes));
    }
}
