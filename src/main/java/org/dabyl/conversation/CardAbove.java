package org.dabyl.conversation;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;

/** Cards with a line above their text that says why they come. */
final class CardAbove {

    private CardAbove() {}

    /** The same cards with a line in each language. */
    static Map<Language, Message> of(Map<Language, Message> cards, Function<Language, String> line) {
        Map<Language, Message> above = new EnumMap<>(Language.class);
        cards.forEach((language, card) -> above.put(
                language,
                new Message(
                        card.title(), line.apply(language) + "\n\n" + card.body(), card.keyboard(), card.silent())));
        return above;
    }
}
