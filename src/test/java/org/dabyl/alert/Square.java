package org.dabyl.alert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Announcer;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Outcome;

/** Channels and groups that show what is posted, and the plain words of a test. */
final class Square implements Announcer, PublicWording {

    final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    volatile Supplier<Outcome> outcome = () -> new Outcome.Delivered(5);

    @Override
    public Outcome announce(Address place, Message message) {
        return see(message.text(), place);
    }

    @Override
    public Outcome amend(Address place, long messageId, Message message) {
        return see("edit " + messageId + " " + message.text(), place);
    }

    private Outcome see(String text, Address place) {
        Outcome now = outcome.get();
        seen.add(text + " in " + place.bot().value());
        return now;
    }

    @Override
    public Message card(Alert alert, BotId bot, List<Language> languages) {
        return Message.of("card " + alert.number() + languages, Keyboard.none());
    }

    @Override
    public Message call(Alert alert, List<Language> languages) {
        return Message.of("call " + alert.number(), Keyboard.none());
    }

    @Override
    public Message update(Alert alert, News news, List<Language> languages) {
        return Message.of("news " + news.text(), Keyboard.none());
    }

    @Override
    public Message standDown(Alert alert, List<Language> languages) {
        return Message.of("over " + alert.number(), Keyboard.none());
    }
}
