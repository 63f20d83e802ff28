package org.dabyl.conversation;

import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Departures;
import org.dabyl.delivery.ForgottenChats;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Parting;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** {@code /forget}: erases the supporter at once, and then the bot's messages of the last 48 hours from the chat. */
@Component
final class ForgetCommand implements Command, Parting {

    private final ForgottenChats chats;
    private final Departures departures;
    private final Organisers organisers;
    private final Texts texts;

    ForgetCommand(ForgottenChats chats, Departures departures, Organisers organisers, Texts texts) {
        this.chats = chats;
        this.departures = departures;
        this.organisers = organisers;
        this.texts = texts;
    }

    @Override
    public Set<String> names() {
        return Set.of("forget");
    }

    @Override
    public boolean alwaysHeard() {
        return true;
    }

    @Override
    public boolean whileLocked() {
        return true;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        // in this order: cut off anywhere, it is gone on with by itself or by the update that comes again
        chats.note(chat.person(), chat.language(), chat.saidMessage());
        departures.departed(chat.person());
        chats.clear(chat.person(), chat.language());
    }

    @Override
    public Message word(Address person, Language language) {
        boolean organiser = organisers.appointed(person).isPresent();
        return Message.of(
                texts.get(language, organiser ? Phrase.FORGOTTEN_ORGANISER : Phrase.FORGOTTEN), ReportKeyboard.none());
    }
}
