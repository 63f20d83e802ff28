package org.dabyl.conversation;

import java.util.Map;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.turnout.Answer;
import org.dabyl.turnout.Asking;
import org.springframework.stereotype.Component;

/** The card once more, with a line above it that says why. */
@Component
final class AskingCards implements Asking {

    private final Cards cards;
    private final Texts texts;

    AskingCards(Cards cards, Texts texts) {
        this.cards = cards;
        this.texts = texts;
    }

    @Override
    public Map<Language, Message> silent(Alert alert) {
        return card(alert, Phrase.ASK_SILENT);
    }

    @Override
    public Map<Language, Message> late(Alert alert) {
        Map<Language, Message> late = card(alert, Phrase.ASK_LATE);
        late.replaceAll((language, card) -> new Message(
                card.title(), card.body(), cards.after(alert, new Answer.Coming(0), language), card.silent()));
        return late;
    }

    @Override
    public Map<Language, Message> enough(Alert alert) {
        return card(alert, Phrase.ASK_ENOUGH);
    }

    @Override
    public Map<Language, Message> again(Alert alert) {
        return card(alert, Phrase.ASK_AGAIN);
    }

    private Map<Language, Message> card(Alert alert, Phrase phrase) {
        return CardAbove.of(cards.card(alert), language -> texts.get(language, phrase));
    }
}
