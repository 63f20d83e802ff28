package org.dabyl.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message's {@code reply_markup}: inline buttons under it, or a keyboard at the foot of the chat. */
record Markup(@Nullable JsonNode buttons, @Nullable JsonNode keyboard, boolean removesKeyboard) {
    private static final Markup NONE = new Markup(null, null, false);
    private static final int DATA_BYTES = 64;

    static Markup of(Parameters p) {
        Optional<JsonNode> markup = p.json("reply_markup");
        return markup.isEmpty() ? NONE : of(markup.get());
    }

    private static Markup of(JsonNode markup) {
        if (!markup.isObject()) {
            throw Refusal.badRequest("object expected as reply markup");
        }
        JsonNode rows = markup.path("inline_keyboard");
        if (rows.isArray()) {
            rows.values().forEach(row -> row.values().forEach(Markup::check));
            return new Markup(isEmpty(rows) ? null : rows, null, false);
        }
        if (markup.path("keyboard").isArray()) {
            markup.path("keyboard").values().forEach(row -> row.values().forEach(Markup::named));
            return new Markup(null, markup, false);
        }
        return new Markup(null, null, markup.path("remove_keyboard").asBoolean(false));
    }

    private static boolean isEmpty(JsonNode rows) {
        return rows.values().stream().allMatch(JsonNode::isEmpty);
    }

    private static void check(JsonNode button) {
        named(button);
        boolean callback = button.has("callback_data");
        if (callback && !fits(button.path("callback_data").asString(""))) {
            throw Refusal.badRequest("BUTTON_DATA_INVALID");
        }
        if (!callback && button.size() < 2) {
            throw Refusal.badRequest("inline keyboard button must have exactly one of the optional fields");
        }
    }

    private static void named(JsonNode button) {
        if (!button.isString() && button.path("text").asString("").isBlank()) {
            throw Refusal.badRequest("can't parse keyboard button: field \"text\" must not be empty");
        }
    }

    private static boolean fits(String data) {
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        return bytes > 0 && bytes <= DATA_BYTES;
    }
}
