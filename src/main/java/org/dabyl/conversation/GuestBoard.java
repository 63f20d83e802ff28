package org.dabyl.conversation;

import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.springframework.stereotype.Component;

/** The board as the organisers of a district see it that a ring called: why they see it, and nothing to press. */
@Component
final class GuestBoard {

    private final Texts texts;

    GuestBoard(Texts texts) {
        this.texts = texts;
    }

    Message of(Message board, Language language) {
        String body = texts.get(language, Phrase.RING_GUEST) + "\n" + board.body();
        return new Message(board.title(), body, Keyboard.none(), board.silent());
    }
}
