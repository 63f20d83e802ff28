package org.dabyl.telegram;

import org.dabyl.conversation.InPublic;
import org.dabyl.conversation.Incoming;

/** What one update turned out to be. */
sealed interface Heard {

    /** Something that a person said to the bot. {@code kind} is the update's, for the log. */
    record Speech(Incoming incoming, String kind) implements Heard {}

    /** Something that happened in a channel or group. */
    record Public(InPublic event) implements Heard {}

    /** A press that means nothing here; answered all the same, or the phone shows it as loading. */
    record IdlePress(String pressId) implements Heard {}

    /** Nothing for us. */
    record Silence() implements Heard {}
}
