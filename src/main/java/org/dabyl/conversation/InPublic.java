package org.dabyl.conversation;

import org.dabyl.channel.Place;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;

/**
 * What happened in a channel or a group. It is no {@link Incoming}, so that nothing private is ever done or said there.
 */
public sealed interface InPublic {

    /** The channel or group. */
    Address where();

    /** Telegram's update id: of two, the higher happened later. */
    long order();

    /**
     * Somebody pressed a button below a message of the bot.
     *
     * @param who the person, as they would be known in a private chat with the bot
     * @param language that of their client
     * @param pressId what the press is answered by
     * @param data what the button carries; can be forged
     */
    record Pressed(Address where, long order, Address who, Language language, String pressId, String data)
            implements InPublic {}

    /** Somebody changed what the bot is there. */
    record Placed(Place place, long order, Address who, Standing standing) implements InPublic {

        @Override
        public Address where() {
            return place.address();
        }
    }

    /** What the bot is in a channel or group. */
    enum Standing {
        /** An administrator who may write. */
        WRITES,
        /** In it, and no more. */
        PRESENT,
        /** Not in it. */
        OUT
    }

    /**
     * A member of a group, under their own name, told the bot to bind it.
     *
     * @param bot the user name that the command was addressed to; empty for none
     * @param rest what was written behind the command
     */
    record Asked(Place place, long order, Address who, String bot, String rest) implements InPublic {

        @Override
        public Address where() {
            return place.address();
        }
    }

    /** A group became a supergroup. */
    record Moved(Address where, long order, Address to) implements InPublic {}
}
