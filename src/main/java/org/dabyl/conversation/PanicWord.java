package org.dabyl.conversation;

import org.dabyl.organiser.Act;
import org.dabyl.panic.Word;
import org.springframework.stereotype.Component;

/**
 * {@code /panic word <word>} sets an owner's word, {@code /panic wipe <word>} uses it; either message goes from the chat at once. The
 * others are told that a word was set or did not fit, never the word.
 */
@Component
final class PanicWord {

    private final Word word;
    private final Farewell farewell;
    private final Noting noting;

    PanicWord(Word word, Farewell farewell, Noting noting) {
        this.word = word;
        this.farewell = farewell;
        this.noting = noting;
    }

    void set(Chat chat, String said) {
        chat.deleteSaid();
        if (!chat.organiser().orElseThrow().owner()) {
            chat.say(Phrase.PANIC_OWNER_ONLY);
        } else if (said.length() < Word.SHORTEST) {
            chat.say(Phrase.PANIC_WORD_SHORT, Word.SHORTEST);
        } else {
            noting.noteForAll(chat, Act.WIPE_WORD_SET);
            word.set(said);
            chat.say(Phrase.PANIC_WORD_SET);
        }
    }

    void wipe(Chat chat, String said) {
        if (chat.organiser().orElseThrow().owner() && word.is(said)) {
            farewell.wipe(() -> {
                chat.deleteSaid();
                chat.say(Phrase.PANIC_WIPING);
            });
        } else {
            chat.deleteSaid();
            noting.noteForAll(chat, Act.WIPE_WORD_WRONG);
            chat.say(chat.organiser().orElseThrow().owner() ? Phrase.PANIC_WORD_WRONG : Phrase.PANIC_OWNER_ONLY);
        }
    }
}
