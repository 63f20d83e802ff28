package org.dabyl.rehearsal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A trouble on demand, for tests of a bot.
 *
 * @param method the method it strikes; null or {@code *} for every one
 * @param bot the username of the bot whose calls it strikes; null for all bots
 * @param kind what happens
 * @param times how many calls it strikes; 0 for all within {@code forMs}
 * @param forMs how long it stays, in milliseconds; 0 for ever or until its times are over
 * @param status the status answered in place of processing, for {@link Kind#STATUS}
 * @param description Telegram's words for that status
 * @param retryAfter seconds, for status 429
 * @param html whether the body is a page of HTML, as gateways answer
 * @param delayMs how late the answer comes, in milliseconds, for {@link Kind#DELAY}; the call is processed at once
 */
record Fault(
        @Nullable String method,
        @Nullable String bot,
        Kind kind,
        int times,
        long forMs,
        int status,
        @Nullable String description,
        int retryAfter,
        boolean html,
        long delayMs) {

    enum Kind {
        /** Answers a status and does nothing. */
        STATUS,
        /** Does what is asked and closes the connection without an answer. */
        CLOSE,
        /** Closes the connection and does nothing. */
        OUTAGE,
        /** Does what is asked and answers late. */
        DELAY
    }

    /** Reads a fault from the control API's JSON, in snake_case. */
    static Fault of(JsonNode json) {
        return new Fault(
                json.path("method").stringValueOpt().orElse(null),
                json.path("bot").stringValueOpt().orElse(null),
                Kind.valueOf(json.path("kind").asString("status").toUpperCase(Locale.ROOT)),
                json.path("times").asInt(0),
                json.path("for_ms").asLong(0),
                json.path("status").asInt(500),
                json.path("description").stringValueOpt().orElse(null),
                json.path("retry_after").asInt(0),
                json.path("html").asBoolean(false),
                json.path("delay_ms").asLong(0));
    }

    boolean strikes(@Nullable String caller, String called) {
        boolean itsBot = bot == null || bot.equalsIgnoreCase(caller);
        return itsBot && (method == null || method.equals("*") || method.equalsIgnoreCase(called));
    }

    Answer answer() {
        String words = description == null ? "Internal Server Error" : description;
        return html ? Answer.page(status, words) : Answer.error(status, words, retryAfter);
    }
}
