package org.dabyl.rehearsal;

import org.jspecify.annotations.Nullable;

/**
 * One message in a chat.
 *
 * @param from the person who wrote it, or null where the bot did
 * @param sent when, in seconds since 1970
 * @param edited when it was last edited, in seconds since 1970; 0 for never
 */
record Message(int id, @Nullable Person from, long sent, long edited, Content content) {

    boolean fromBot() {
        return from == null;
    }

    Message edited(Content newContent, long at) {
        return new Message(id, from, sent, at, newContent);
    }
}
