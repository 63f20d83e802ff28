package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Entry;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** {@code /log}: what the organisers of one's districts did last, and whether the record of it is whole. */
@Component
final class LogCommand implements Command {

    private static final int LOOKED_AT = 1_000;
    private static final int SHOWN = 12;

    private final Acts acts;
    private final ActWords words;
    private final Organisers organisers;

    LogCommand(Acts acts, ActWords words, Organisers organisers) {
        this.acts = acts;
        this.words = words;
        this.organisers = organisers;
    }

    @Override
    public Set<String> names() {
        return Set.of("log");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public void run(Chat chat, String name, String rest) {
        Organiser reader = chat.organiser().orElseThrow();
        List<Entry> concerned = acts.newest(LOOKED_AT).stream()
                .filter(entry -> organisers.concerns(reader, entry.where()))
                .toList();
        List<String> lines = new ArrayList<>();
        concerned.stream()
                .skip(Math.max(0, concerned.size() - SHOWN))
                .forEach(entry -> lines.add(words.line(entry, chat.language())));
        if (lines.isEmpty()) {
            lines.add(chat.text(Phrase.LOG_NONE));
        }
        lines.add("");
        lines.add(chat.text(acts.verify().isEmpty() ? Phrase.LOG_WHOLE : Phrase.LOG_BROKEN));
        chat.send(Message.titled(chat.text(Phrase.LOG), String.join("\n", lines), Keyboard.none()));
    }
}
