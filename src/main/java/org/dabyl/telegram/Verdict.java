package org.dabyl.telegram;

import java.util.List;
import java.util.Locale;
import org.dabyl.delivery.Outcome;

/** What an answer of Telegram means for a message; by its code wherever the code tells. */
final class Verdict {

    private static final int LONGEST_REASON = 200;

    /** There is nobody to write to, or it is a group or channel where the bot may not. */
    private static final List<String> WAYS_OUT = List.of(
            "chat not found",
            "not enough rights",
            "have no rights",
            "need administrator rights",
            "chat_write_forbidden",
            "upgraded to a supergroup");

    private Verdict() {}

    static Outcome of(Answer answer) {
        return switch (answer.code()) {
            case Answer.OK ->
                new Outcome.Delivered(answer.result().path("message_id").asLong(0));
            case 400 -> refused(answer.description());
            case 401 -> new Outcome.Revoked();
            // getMe knew the token, so it is the method that this server lacks, or a proxy's page
            case 404 -> new Outcome.Unknown();
            case 403 -> new Outcome.Gone();
            case 429 -> new Outcome.Wait(answer.retryAfter());
            // a conflict is about receiving; for a call it says nothing
            case 409 -> new Outcome.Unknown();
            default ->
                answer.code() > 400 && answer.code() < 500 ? refusal(answer.description()) : new Outcome.Unknown();
        };
    }

    /** A 400 is told apart by its words, for it has nothing else. */
    private static Outcome refused(String description) {
        String words = description.toLowerCase(Locale.ROOT);
        if (words.contains("message is not modified")) {
            return new Outcome.Delivered(0);
        }
        if (words.contains("query is too old")
                || words.contains("query id is invalid")
                || words.contains("message to edit not found")
                || words.contains("message can't be edited")
                || words.contains("message to delete not found")
                || words.contains("message can't be deleted")) {
            return new Outcome.Missed();
        }
        return WAYS_OUT.stream().anyMatch(words::contains) ? new Outcome.Gone() : refusal(description);
    }

    private static Outcome refusal(String description) {
        String line = description.isBlank() ? "refused without a reason" : description.replaceAll("\\s+", " ");
        return new Outcome.Refused(line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line);
    }
}
