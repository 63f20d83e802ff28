package org.dabyl.telegram;

import org.dabyl.conversation.InPublic;
import org.dabyl.conversation.Listener;

/**
 * Leaves out, before anything is stored or asked of Redis, what nobody listens to: who floods the bot costs it no more than the
 * reading of what they sent.
 */
record Shedding(Hearing hearing, Listener listener) {

    /** The same batch, confirming the same, without what nobody listens to. */
    Batch keep(Batch batch) {
        return listener.deafToSome()
                ? new Batch(
                        batch.updates().stream()
                                .filter(update -> !sheds(listener, hearing.hear(update.id(), update.json())))
                                .toList(),
                        batch.next(),
                        batch.setAside())
                : batch;
    }

    static boolean sheds(Listener listener, Heard heard) {
        return switch (heard) {
            case Heard.Speech speech -> listener.deaf(speech.incoming());
            case Heard.Public happened ->
                happened.event() instanceof InPublic.Pressed pressed && listener.deaf(pressed);
            case Heard.IdlePress press -> false;
            case Heard.Silence silence -> false;
        };
    }
}
