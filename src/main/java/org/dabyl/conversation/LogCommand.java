package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

    /** The most acts that are shown. */
    static final int SHOWN = 12;

    /** Of a message, for acts. */
    private static final int ROOM = Message.LONGEST - 500;

    private static final int LOOKED_AT = 1_000;
    private static final int ALL = 0;

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
        Organiser self = chat.organiser().orElseThrow();
        say(chat, acts.newest(LOOKED_AT), self, List.of(), skipped(rest));
    }

    /** The log as it stood when it ended at that place, and after it what this organiser believes to have done since. */
    void run(Chat chat, String rest, long end, List<Entry> since) {
        Organiser self = chat.organiser().orElseThrow();
        List<Entry> before =
                acts.newest(ALL).stream().filter(entry -> entry.place() <= end).toList();
        say(chat, before, self, since, skipped(rest));
    }

    /** How many of the newest were read before. */
    private static int skipped(String rest) {
        return Numbers.read(rest, 0, LOOKED_AT).orElse(0);
    }

    private void say(Chat chat, List<Entry> log, Organiser reader, List<Entry> since, int skipped) {
        int self = numbers.of(reader);
        List<Entry> concerned = Stream.concat(
                        log.stream()
                                .filter(entry ->
                                        ActWords.concerns(entry, self) && organisers.concerns(reader, entry.where())),
                        since.stream())
                .toList();
        Language language = chat.language();
        List<String> lines = new ArrayList<>(List.of(texts.get(language, Phrase.LOG)));
        List<Entry> asked = concerned.subList(0, Math.max(0, concerned.size() - skipped));
        List<String> newest = fitting(asked, language);
        int earlier = asked.size() - newest.size();
        if (earlier > 0) {
            lines.add(texts.get(language, Phrase.LOG_EARLIER, earlier, concerned.size() - earlier));
        }
        lines.addAll(newest);
        if (asked.isEmpty()) {
            lines.add(texts.get(language, Phrase.LOG_NONE));
        }
        lines.add("");
        lines.add(texts.get(language, acts.verify().isEmpty() ? Phrase.LOG_WHOLE : Phrase.LOG_BROKEN));
        chat.send(Message.of(String.join("\n", lines), Keyboard.none()));
    }

    /** The newest of them, at least one, the oldest first: no more than fit into a message, for else none would arrive. */
    private List<String> fitting(List<Entry> entries, Language language) {
        List<String> lines = new ArrayList<>();
        int length = 0;
        for (Entry entry : entries.reversed()) {
            String line = words.line(entry, language);
            length += line.length() + 1;
            if (lines.size() == SHOWN || length > ROOM) {
                break;
            }
            lines.add(line);
        }
        return lines.reversed();
    }
}
