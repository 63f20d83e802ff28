package org.dabyl.conversation;

import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;

/**
 * One thing that one person said, in a private chat with one bot.
 *
 * @param from who
 * @param language the language of their client
 * @param order Telegram's update id: of two, the higher was said later
 * @param said what
 * @param message the message of theirs that says it; 0 for none, e.g. a press
 */
public record Incoming(Address from, Language language, long order, Said said, long message) {

    /** Something that no message of theirs says. */
    public Incoming(Address from, Language language, long order, Said said) {
        this(from, language, order, said, 0);
    }
}
