package org.dabyl.delivery;

import java.time.Duration;

/** What became of one call to a messenger. */
public sealed interface Outcome {

    /** Accepted; also "message is not modified". {@code messageId} is 0 where there is none. */
    record Delivered(long messageId) implements Outcome {}

    /** The person blocked the bot or is deactivated, or the group or channel is gone: never try again, and forget them. */
    record Gone() implements Outcome {}

    /**
     * There is no way to write there now, and nothing says that a person left (a chat that is not found, a 403 of another kind): not
     * tried again, and nobody is forgotten. {@code reason} names no person.
     */
    record Unreachable(String reason) implements Outcome {}

    /** Too fast (429): the whole bot waits; in a dispatch the chat alone where that is why ({@code ChatPace}). */
    record Wait(Duration time) implements Outcome {}

    /** No answer, a reset, or 5xx: it may or may not have arrived. */
    record Unknown() implements Outcome {}

    /** Told to nobody, for the message itself is wrong: the same for every recipient. {@code reason} names no person. */
    record Refused(String reason) implements Outcome {}

    /** Not taken for this recipient (an odd 4xx); it may be the same for every other. {@code reason} names no person. */
    record Declined(String reason) implements Outcome {}

    /** A press too old to answer, or a message that can no longer be edited: nothing to do. */
    record Missed() implements Outcome {}

    /** The bot's token is revoked (401, 404): the bot is out of service. */
    record Revoked() implements Outcome {}
}
