package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** {@code /organisers}: how many there are for each of one's districts; never who. */
@Component
final class OrganisersCommand implements Command {

    private final Organisers organisers;
    private final Districts districts;

    OrganisersCommand(Organisers organisers, Districts districts) {
        this.organisers = organisers;
        this.districts = districts;
    }

    @Override
    public Set<String> names() {
        return Set.of("organisers");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        List<String> lines = new ArrayList<>();
        lines.add(chat.text(Phrase.ORGANISERS_LINE, chat.text(Phrase.ALL_DISTRICTS), organisers.owners()));
        organisers.numbers().forEach((code, number) -> {
            if (organisers.mayCall(chat.organiser().orElseThrow(), code)) {
                lines.add(chat.text(
                        Phrase.ORGANISERS_LINE,
                        districts.nameOf(code, chat.language().tag()),
                        number));
            }
        });
        chat.send(Message.titled(chat.text(Phrase.ORGANISERS), String.join("\n", lines), Keyboard.none()));
    }
}
