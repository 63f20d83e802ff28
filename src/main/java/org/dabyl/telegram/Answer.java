package org.dabyl.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;

/**
 * What the Bot API said, read leniently.
 *
 * @param code 200 where it accepted, its {@code error_code} where it did not, 0 where no answer came that can be read
 * @param result what it returned, a missing node for nothing
 * @param description its words for an error
 * @param retryAfter how long to stay quiet after a 429
 * @param movedTo the id of the supergroup that a group has become, 0 for none
 */
record Answer(int code, JsonNode result, String description, Duration retryAfter, long movedTo) {

    static final int OK = 200;

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final long LONGEST_WAIT_SECONDS = Duration.ofDays(1).toSeconds();

    /** No answer, or a page instead of one: what was asked may or may not have been done. */
    static final Answer NONE = new Answer(0, MissingNode.getInstance(), "", SHORTEST_WAIT, 0);

    static Answer read(byte[] text) {
        try {
            JsonNode tree = Json.ANSWERS.readTree(text);
            if (tree.path("ok").asBoolean()) {
                return new Answer(OK, tree.path("result"), "", SHORTEST_WAIT, 0);
            }
            return new Answer(
                    tree.path("error_code").asInt(0),
                    MissingNode.getInstance(),
                    tree.path("description").asText(""),
                    wait(tree.path("parameters").path("retry_after")),
                    tree.path("parameters").path("migrate_to_chat_id").asLong(0));
        } catch (IOException e) {
            return NONE;
        }
    }

    private static Duration wait(JsonNode seconds) {
        long asked = seconds.asLong(0);
        return asked <= 0 ? SHORTEST_WAIT : Duration.ofSeconds(Math.min(asked, LONGEST_WAIT_SECONDS));
    }

    boolean ok() {
        return code == OK;
    }

    /** The token is not, or no longer, one of a bot. */
    boolean revoked() {
        return code == 401 || code == 404;
    }

    /** The code and nothing else: results and descriptions may name people. */
    @Override
    public String toString() {
        return "Answer " + code;
    }
}
