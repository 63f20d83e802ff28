package org.dabyl.delivery;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Answers to one person: they share the pace of their bot with the dispatches, and go first;
 * replacements ({@link #replace}) go last. */
public interface Post {

    /** Sends, waiting for its turn; the message's id, or empty where it did not arrive. */
    OptionalLong send(Address to, Message message);

    /**
     * Shows a photo, waiting for its turn.
     *
     * @param file Telegram's file id, which means something only to the bot that received it
     * @return the message's id, or empty where it did not arrive
     */
    default OptionalLong photo(Address to, String file, String caption) {
        return OptionalLong.empty();
    }

    /** Sends a picture, waiting for its turn; the message's id, or empty where it did not arrive. */
    default OptionalLong send(Address to, Picture picture) {
        return OptionalLong.empty();
    }

    /** What became of an edit: IMPOSSIBLE for ever, or UNKNOWN and worth trying again later. */
    enum Edit {
        DONE,
        IMPOSSIBLE,
        UNKNOWN
    }

    /** Replaces a message, waiting for its turn. */
    Edit edit(Address to, long messageId, Message message);

    /**
     * Replaces a message when it is its turn, and waits for nothing: of several contents the newest wins. One that can no longer be
     * edited is sent anew.
     *
     * @param message asked for its content only then; where it throws, it is asked again later, three times in all
     */
    void replace(Address to, long messageId, Supplier<Message> message);

    /**
     * Deletes messages from a chat, any number of them, younger than 48 h; those that are not there are passed over. IMPOSSIBLE where
     * Telegram will never do it, UNKNOWN where it is worth trying again.
     */
    default Edit delete(Address to, List<Long> messageIds) {
        return Edit.IMPOSSIBLE;
    }

    /** The same post for what keeps itself up to date: its messages and edits go after answers, and before every call. */
    default Post boards() {
        return this;
    }

    /** The same post for what comes again by itself: a message is tried once. */
    default Post once() {
        return this;
    }

    /** The same post for those who are not registered, or have only just: its messages and edits go after all other answers. */
    default Post newcomers() {
        return this;
    }

    /** The same post for what goes out also while everything is locked: answers to who unlocks, and to who wants to be erased. */
    default Post vital() {
        return this;
    }

    /** Like {@link #vital}, for the last word to a person: nothing of it is noted. */
    default Post farewell() {
        return this;
    }

    /** The same post for deleting what is over: after everything else that the bot has to send. */
    default Post clearing() {
        return this;
    }

    /** The same post for what goes out only if this is true when its turn comes: until then people leave, and lose rights. */
    default Post onlyIf(BooleanSupplier wanted) {
        return this;
    }

    /** Like {@link #onlyIf}; a message that arrives just as it ceases to be true is deleted again. */
    default Post onlyWhile(BooleanSupplier wanted) {
        return this;
    }

    /** The same post for answers to this message of the person, which {@code /forget} then deletes with them; 0 for none. */
    default Post answering(long messageId) {
        return this;
    }

    /** Answers a press at once, outside the pace; {@code text} at most 200 characters, may be empty. */
    void toast(Address to, String pressId, String text);
}
