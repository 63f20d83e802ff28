package org.dabyl.rehearsal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a bot wants to say, refuses what Telegram refuses, and shares equal contents between chats. */
final class Contents {
    private static final int TEXT = 4096;
    private static final int CAPTION = 1024;
    private static final int SHARED = 4096;

    private final Map<Content, Content> shared = new ConcurrentHashMap<>();

    Content text(Parameters p) {
        Content content = written(p, "text", "entities");
        if (content.text().isBlank()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (length(content.text()) > TEXT) {
            throw Refusal.badRequest("message is too long");
        }
        return content;
    }

    Content caption(Parameters p) {
        Content content = written(p, "caption", "caption_entities");
        if (length(content.text()) > CAPTION) {
            throw Refusal.badRequest("message caption is too long");
        }
        return content;
    }

    /** The one instance of this content; the pool is emptied when full, which only costs memory. */
    Content shared(Content content) {
        if (shared.size() >= SHARED) {
            shared.clear();
        }
        @Nullable Content known = shared.putIfAbsent(content, content);
        return known == null ? content : known;
    }

    private static Content written(Parameters p, String name, String entities) {
        String text = p.text(name).orElse("");
        String mode = p.text("parse_mode").orElse("");
        if (mode.equalsIgnoreCase("HTML")) {
            HtmlText html = HtmlText.parse(text);
            return Content.text(html.plain()).withEntities(html.entities());
        }
        if (!mode.isEmpty()) {
            throw Refusal.badRequest("unsupported parse_mode");
        }
        @Nullable JsonNode given = p.json(entities).orElse(null);
        return Content.text(text).withEntities(given == null || given.isEmpty() ? null : checked(given, text));
    }

    private static JsonNode checked(JsonNode entities, String text) {
        for (JsonNode entity : entities.values()) {
            int offset = entity.path("offset").asInt(-1);
            int length = entity.path("length").asInt(-1);
            if (offset < 0 || length < 0 || !entity.has("type")) {
                throw Refusal.badRequest("can't parse entities: an entity needs type, offset and length");
            }
            if (offset + length > text.length()) {
                throw Refusal.badRequest("entity beginning at UTF-16 offset " + offset
                        + " ends after the end of the text at UTF-16 offset " + (offset + length));
            }
        }
        return entities;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
