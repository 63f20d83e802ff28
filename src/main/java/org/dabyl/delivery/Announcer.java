package org.dabyl.delivery;

/** Speaks in channels and groups, within the pace of the bot and of the place, ahead of the dispatches; may wait for a minute. */
public interface Announcer {

    /** Posts a message: one try, for it would come twice to everybody who reads there. */
    Outcome announce(Address place, Message message);

    /** Replaces a message that was posted. */
    Outcome amend(Address place, long messageId, Message message);
}
