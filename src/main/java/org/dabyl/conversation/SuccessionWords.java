package org.dabyl.conversation;

import java.util.List;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organiser;
import org.dabyl.report.Event;
import org.springframework.stereotype.Component;

/** How organisers are asked to act for others who are silent. */
@Component
final class SuccessionWords {

    private final Texts texts;
    private final Districts districts;
    private final EventRenderer events;

    SuccessionWords(Texts texts, Districts districts, EventRenderer events) {
        this.texts = texts;
        this.districts = districts;
        this.events = events;
    }

    /** With the buttons of the report's card. */
    Message unanswered(Event event, Organiser reader) {
        Message card = events.render(event, reader.language());
        String name = districts.nameOf(event.district(), reader.language().tag());
        return Message.titled(
                texts.get(reader.language(), Phrase.SUCCESSION_REPORT, name), card.text(), card.keyboard());
    }

    /** With a button that shows the alert's board. */
    Message silent(Alert alert, long minutes, Organiser reader) {
        String name = districts.nameOf(alert.district(), reader.language().tag());
        return Message.of(
                texts.get(reader.language(), Phrase.SUCCESSION_ALERT, name, alert.number(), minutes),
                Keyboard.inline(List.of(List.of(Button.press(
                        texts.get(reader.language(), Phrase.SUCCESSION_BOARD),
                        "board:" + alert.id().value())))));
    }
}
