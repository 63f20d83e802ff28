package org.dabyl.rehearsal;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person may see change in a chat.
 *
 * @param message the message that came or was edited, where there is one
 * @param toast the notice over the chat, where there is one
 */
record Change(String bot, long chat, Kind kind, @Nullable Message message, Chat.@Nullable Toast toast) {

    enum Kind {
        MESSAGE,
        EDIT,
        DELETION,
        TOAST,
        OTHER
    }
}
