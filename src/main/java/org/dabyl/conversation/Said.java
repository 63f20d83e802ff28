package org.dabyl.conversation;

import org.jspecify.annotations.Nullable;

/** What a person did in the chat with the bot. */
public sealed interface Said {

    /** Wrote a text; a command is one that starts with a slash. */
    record Text(String text) implements Said {}

    /**
     * Pressed a button.
     *
     * @param pressId what the press is answered by
     * @param messageId the message it belongs to; 0 where Telegram no longer shows it
     * @param data what the button carries; can be forged
     */
    record Press(String pressId, long messageId, String data) implements Said {}

    /** Shared a location, in degrees. */
    record Place(double latitude, double longitude) implements Said {}

    /**
     * Sent a photo.
     *
     * @param file Telegram's file id, which means something only to this bot
     * @param caption what stands below it; empty for nothing
     */
    record Photo(String file, String caption) implements Said {}

    /** Blocked the bot or deleted the chat ({@code true}), or came back ({@code false}). */
    record Blocked(boolean blocked) implements Said {}

    /** Sent something that the bot does not read, e.g. a sticker; {@code caption} where it has one. */
    record Other(@Nullable String caption) implements Said {}
}
