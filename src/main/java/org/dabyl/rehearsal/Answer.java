package org.dabyl.rehearsal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a call of the Bot API gets: an HTTP status and Telegram's envelope.
 *
 * @param dropped whether the connection is to be closed in place of an answer
 */
public record Answer(int status, JsonNode body, boolean dropped) {

    static final Answer NO_JSON = error(400, "Bad Request: can't parse JSON object", 0);

    static Answer ok(JsonNode result) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("ok", true);
        return new Answer(200, body.set("result", result), false);
    }

    static Answer error(int code, String description, int retryAfter) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("ok", false).put("error_code", code).put("description", description);
        if (retryAfter > 0) {
            body.putObject("parameters").put("retry_after", retryAfter);
        }
        return new Answer(code, body, false);
    }

    /** A page of HTML, as a gateway before Telegram answers. */
    static Answer page(int code, String title) {
        String html = "<html><head><title>" + code + " " + title + "</title></head><body></body></html>";
        return new Answer(code, JsonNodeFactory.instance.stringNode(html), false);
    }

    static Answer of(Refusal refusal) {
        Answer error = error(refusal.code, String.valueOf(refusal.getMessage()), refusal.retryAfter);
        if (refusal.movedTo != 0 && error.body() instanceof ObjectNode body) {
            body.putObject("parameters").put("migrate_to_chat_id", refusal.movedTo);
        }
        return error;
    }

    Answer asDropped() {
        return new Answer(status, body, true);
    }
}
