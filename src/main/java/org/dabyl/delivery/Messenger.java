package org.dabyl.delivery;

import java.util.List;

/** The way to the phones; blocks until there is an outcome, and never throws for what Telegram or the network does. */
public interface Messenger {

    /** Sends a message: one call, no retry. */
    Outcome send(Address to, Message message);

    /** Sends a photo that the bot received, by Telegram's file id: one call, no retry. */
    default Outcome photo(Address to, String file, String caption) {
        return new Outcome.Refused("photos are not shown here");
    }

    /** The same for a message to many that is paid for, where the messenger knows a difference. */
    default Outcome sendPaid(Address to, Message message) {
        return send(to, message);
    }

    /** Sends a picture: one call, no retry. */
    default Outcome send(Address to, Picture picture) {
        return new Outcome.Refused("no pictures are sent here");
    }

    /** Replaces a message that was sent: one call, no retry. */
    Outcome edit(Address to, long messageId, Message message);

    /** Deletes messages, 1 to 100 of them: one call, no retry. Delivered also where some were not there. */
    default Outcome delete(Address to, List<Long> messageIds) {
        return new Outcome.Refused("nothing is deleted here");
    }

    /** Answers a press, with a short text (at most 200 characters, may be empty): one call, no retry. */
    Outcome toast(BotId bot, String pressId, String text);

    /** Whether this is a group or channel, which Telegram holds to a slower pace than a person's chat. */
    default boolean group(Address to) {
        return false;
    }
}
