package org.dabyl.conversation;

import java.util.List;
import java.util.Set;
import org.dabyl.delivery.Departures;
import org.dabyl.delivery.Message;
import org.springframework.stereotype.Component;

/**
 * {@code /leave}: erases the supporter at once, with no question asked. An organiser is asked besides whether they step down; the
 * owner is not: who is to follow them is decided at the machine.
 */
@Component
final class LeaveCommand implements Command {

    private final Departures departures;

    LeaveCommand(Departures departures) {
        this.departures = departures;
    }

    @Override
    public Set<String> names() {
        return Set.of("leave");
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
        departures.departed(chat.person());
        Phrase left = chat.organiser().isPresent() ? Phrase.LEFT_ORGANISER : Phrase.LEFT;
        chat.sendLast(Message.of(chat.text(left), ReportKeyboard.none()));
        if (chat.organiser().filter(organiser -> !organiser.owner()).isPresent()) {
            chat.ask(
                    Phrase.STEP_DOWN,
                    List.of(List.of(chat.button(Phrase.STEP_DOWN_YES, StepDown.VERB + ":" + StepDown.YES))));
        }
    }
}
