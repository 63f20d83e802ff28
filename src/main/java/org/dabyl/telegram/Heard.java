package org.dabyl.telegram;

import java.util.Optional;
import org.dabyl.conversation.InPublic;
import org.dabyl.conversation.Incoming;
import org.dabyl.delivery.Address;

/** What one update turned out to be. */
sealed interface Heard {

    /** Who did it, where a person did and it concerns them. */
    default Optional<Address> who() {
        return switch (this) {
            case Speech speech -> Optional.of(speech.incoming().from());
            case Public happened -> who(happened.event());
            case IdlePress press -> Optional.empty();
            case Silence silence -> Optional.empty();
        };
    }

    private static Optional<Address> who(InPublic event) {
        return switch (event) {
            case InPublic.Pressed pressed -> Optional.of(pressed.who());
            case InPublic.Placed placed -> Optional.of(placed.who());
            case InPublic.Asked asked -> Optional.of(asked.who());
            case InPublic.Moved moved -> Optional.empty();
        };
    }

    /** Something that a person said to the bot. {@code kind} is the update's, for the log. */
    record Speech(Incoming incoming, String kind) implements Heard {

        /** The same, said by this message. */
        Speech of(long message) {
            return new Speech(
                    new Incoming(incoming.from(), incoming.language(), incoming.order(), incoming.said(), message),
                    kind);
        }
    }

    /** Something that happened in a channel or group. */
    record Public(InPublic event) implements Heard {}

    /** A press that means nothing here; answered all the same, or the phone shows it as loading. */
    record IdlePress(String pressId) implements Heard {}

    /** Nothing for us. */
    record Silence() implements Heard {}
}
