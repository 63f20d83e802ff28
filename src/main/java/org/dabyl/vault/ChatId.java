package org.dabyl.vault;

/**
 * A Telegram chat id: names a person, so it is never stored, logged or shown.
 *
 * @param value positive for a person, negative for a group or channel
 */
public record ChatId(long value) {

    /** The type, never the value. */
    @Override
    public String toString() {
        return "ChatId";
    }
}
