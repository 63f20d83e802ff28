package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Entry;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.OrganiserNumbers;
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
    private final OrganiserNumbers numbers;
    private final Texts texts;

    LogCommand(Acts acts, ActWords words, Organisers organisers, OrganiserNumbers numbers, Texts texts) {
        this.acts = acts;
        this.words = words;
        this.organisers = organisers;
        this.numbers = numbers;
        this.texts = texts;
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
        chat.send(Message.of(text(chat.organiser().orElseThrow(), chat.language()), Keyboard.none()));
    }

    String text(Organiser reader, Language language) {
        int self = numbers.of(reader);
        List<Entry> concerned = acts.newest(LOOKED_AT).stream()
                .filter(entry -> ActWords.concerns(entry, self) && organisers.concerns(reader, entry.where()))
                .toList();
        List<String> lines = new ArrayList<>(List.of(texts.get(language, Phrase.LOG)));
        concerned.stream()
                .skip(Math.max(0, concerned.size() - SHOWN))
                .forEach(entry -> lines.add(words.line(entry, language)));
        if (concerned.isEmpty()) {
            lines.add(texts.get(language, Phrase.LOG_NONE));
        }
        lines.add("");
        lines.add(texts.get(language, acts.verify().isEmpty() ? Phrase.LOG_WHOLE : Phrase.LOG_BROKEN));
        return String.join("\n", lines);
    }
}
