package org.dabyl.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How long after the end of an alert the bot's messages about it are deleted from the chats.
 *
 * @param time null for never; a message is deleted before it is 48 h old, for after that Telegram lets no bot delete it
 */
public record ClearAfter(@Nullable Duration time) {

    /** An hour before Telegram's 48 h (Bot API, deleteMessage). */
    static final Duration OLDEST = Duration.ofHours(47);

    public ClearAfter {
        if (time != null && (time.isNegative() || time.compareTo(OLDEST) > 0)) {
            throw new IllegalArgumentException(
                    "dabyl.alert.clear-after (DABYL_ALERT_CLEARAFTER) must be from 0 to 47h, or off");
        }
    }

    /** Reads {@code 24h}, or {@code off}. */
    public static ClearAfter of(String text) {
        return new ClearAfter(text.strip().equalsIgnoreCase("off") ? null : DurationStyle.detectAndParse(text.strip()));
    }

    /** When a message that was sent at the earliest at {@code sent} is deleted, of an alert that is over since {@code ended}. */
    Instant due(Instant ended, Instant sent) {
        Instant due = ended.plus(time == null ? OLDEST : time);
        Instant latest = sent.plus(OLDEST);
        return due.isBefore(latest) ? due : latest;
    }
}
