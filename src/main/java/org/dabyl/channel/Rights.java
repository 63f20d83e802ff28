package org.dabyl.channel;

import org.dabyl.delivery.Address;
import org.dabyl.vault.SealedId;

/** Who may do what in a channel or group, as Telegram knows it now. */
public interface Rights {

    /** What was found. */
    enum Finding {
        /** The person is an administrator there, and the bot is one who may write. */
        GRANTED,
        /** The person is none. */
        NOT_THEIRS,
        /** The bot is none, or may not write. */
        BOT_MAY_NOT,
        /** Telegram did not say. */
        UNKNOWN
    }

    /** Asks Telegram about a person and the bot in one place. */
    Finding check(Address place, SealedId person);
}
