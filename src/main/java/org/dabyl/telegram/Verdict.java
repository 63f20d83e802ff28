package org.dabyl.telegram;

import java.util.List;
import java.util.Locale;
import org.dabyl.delivery.Outcome;

/** What an answer of Telegram means for a message; by its code wherever the code tells, else by its words. */
final class Verdict {

    private static final int LONGEST_REASON = 200;

    /** Only these say that a person does not want the bot or is no more: whatever else happens, they stay registered. */
    private static final List<String> DEPARTURES = List.of(
            "bot was blocked by the user", "user is deactivated", "bot can't initiate conversation with a user");

    /** The group or channel is gone, or the bot may not be or write there. */
    private static final List<String> WAYS_OUT = List.of(
            "bot was kicked",
            "not a member",
            "chat was deleted",
            "chat not found",
            "not enough rights",
            "have no rights",
            "need administrator rights",
            "chat_write_forbidden",
            "upgraded to a supergroup");

    private static final List<String> TOO_LATE = List.of(
            "query is too old",
            "query id is invalid",
            "message to edit not found",
            "message can't be edited",
            "message to delete not found",
            "message can't be deleted");

    /** Wrong in what the bot says, whoever it is said to. */
    private static final List<String> WRONG =
            List.of("message text is empty", "can't parse entities", "message is too long");

    private Verdict() {}

    /** {@code person} is false for a group or channel. */
    static Outcome of(Answer answer, boolean person) {
        return switch (answer.code()) {
            case Answer.OK ->
                new Outcome.Delivered(answer.result().path("message_id").asLong(0));
            case 400 -> bad(answer.description(), person);
            case 401 -> new Outcome.Revoked();
            case 403 -> forbidden(answer.description(), person);
            // getMe knew the token, so it is the method that this server lacks, or a proxy's page
            case 404 -> new Outcome.Unknown();
            case 429 -> new Outcome.Wait(answer.retryAfter());
            // a conflict is about receiving; for a call it says nothing
            case 409 -> new Outcome.Unknown();
            // too slow, too much, too early: what something on the way says passes, and refuses nobody
            case 408, 420, 425 -> new Outcome.Unknown();
            default ->
                answer.code() > 400 && answer.code() < 500
                        ? new Outcome.Declined(reason(answer.description()))
                        : new Outcome.Unknown();
        };
    }

    private static Outcome forbidden(String description, boolean person) {
        boolean gone = has(description, person ? DEPARTURES : WAYS_OUT);
        return gone ? new Outcome.Gone() : new Outcome.Unreachable(reason(description));
    }

    private static Outcome bad(String description, boolean person) {
        if (has(description, List.of("message is not modified"))) {
            return new Outcome.Delivered(0);
        }
        if (has(description, TOO_LATE)) {
            return new Outcome.Missed();
        }
        if (has(description, WAYS_OUT)) {
            return person ? new Outcome.Unreachable(reason(description)) : new Outcome.Gone();
        }
        String reason = reason(description);
        return has(description, WRONG) ? new Outcome.Refused(reason) : new Outcome.Declined(reason);
    }

    private static boolean has(String description, List<String> words) {
        String plain = description.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return words.stream().anyMatch(plain::contains);
    }

    /** It is logged: nothing of what Telegram quotes, and no number that may be somebody's. */
    private static String reason(String description) {
        String line = description.isBlank()
                ? "refused without a reason"
                : description
                        .replaceAll("\\s+", " ")
                        .replaceAll("[\"“«].*", "…")
                        .replaceAll("\\d{5,}", "…");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) : line;
    }
}
