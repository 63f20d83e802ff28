package org.dabyl.conversation;

import java.util.Set;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.springframework.stereotype.Component;

/** {@code /help}: the commands that this person may use. */
@Component
final class HelpCommand implements Command {

    @Override
    public Set<String> names() {
        return Set.of("help");
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        String own = chat.text(Phrase.HELP_SUPPORTER);
        String body = chat.organiser().isPresent() ? own + "\n\n" + chat.text(Phrase.HELP_ORGANISER) : own;
        chat.send(Message.titled(chat.text(Phrase.HELP), body, Keyboard.none()));
    }
}
