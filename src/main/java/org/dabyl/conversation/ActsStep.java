package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Acts;
import org.dabyl.organiser.Entry;
import org.dabyl.organiser.Loud;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.OrganiserNumbers;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Readers;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/**
 * Tells each organiser what the others of their districts did since the last time, in one message without a sound, but for what
 * {@link Loud} says.
 *
 * <p>A crash between telling and noting tells one of them twice, which is better than never.
 */
@Component
final class ActsStep implements Step {

    /** What a message of acts begins with, so that it is told from all others at a glance. */
    static final String SIGN = "🧾";

    /** Of what is not loud. */
    private static final int SHOWN = 10;

    /** Of a message: what is left is for the line that counts the rest. */
    private static final int ROOM = Message.LONGEST - 200;

    private final Acts acts;
    private final Readers readers;
    private final Organisers organisers;
    private final OrganiserNumbers numbers;
    private final ActWords words;
    private final Texts texts;
    private final OfficePost post;
    private final Timetable timetable;
    private final EachBot eachBot = new EachBot();

    ActsStep(
            Acts acts,
            Readers readers,
            Organisers organisers,
            OrganiserNumbers numbers,
            ActWords words,
            Texts texts,
            OfficePost post,
            Timetable timetable) {
        this.acts = acts;
        this.readers = readers;
        this.organisers = organisers;
        this.numbers = numbers;
        this.words = words;
        this.texts = texts;
        // before every call, but after answers
        this.post = post.boards();
        this.timetable = timetable;
    }

    @Override
    public String kind() {
        return Acts.TELL;
    }

    @Override
    public void run(String subject) {
        List<Entry> entries = acts.newest(Acts.LOOKED_AT);
        if (entries.isEmpty()) {
            return;
        }
        acts.told();
        List<Organiser> everyone = organisers.everyone();
        Set<Entry> loud = Loud.of(entries);
        Map<Organiser, Long> read = readers.read(everyone);
        Map<BotId, Supplier<Boolean>> work = new HashMap<>();
        everyone.stream()
                .collect(Collectors.groupingBy(organiser -> organiser.address().bot()))
                .forEach((bot, some) -> work.put(bot, () -> tell(some, entries, loud, read)));
        boolean all = work.isEmpty() || eachBot.all(Acts.TELL, work);
        if (!all) {
            timetable.at(kind(), subject, acts.next());
        }
    }

    private boolean tell(List<Organiser> some, List<Entry> entries, Set<Entry> loud, Map<Organiser, Long> read) {
        boolean all = true;
        for (Organiser organiser : some) {
            // whoever has none has done nothing, and may have stepped down just now
            int self = numbers.known(organiser);
            Long known = read.get(organiser);
            long from = known == null ? joined(self, entries) : known;
            List<Entry> news = entries.stream()
                    .filter(entry -> entry.place() > from && entry.by() != self && ActWords.concerns(entry, self))
                    .filter(entry -> organisers.concerns(organiser, entry.where()))
                    .toList();
            boolean told = messages(news, loud, organiser).stream().allMatch(message -> post.send(organiser, message));
            all &= told;
            if (told && entries.getLast().place() > from) {
                readers.read(organiser, entries.getLast().place());
            }
        }
        return all;
    }

    /** What was done before they came is not told to who is new. */
    private static long joined(int number, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.by() == number && entry.act() == Act.JOINED)
                .mapToLong(Entry::place)
                .findFirst()
                .orElse(0);
    }

    /**
     * Mostly one message. Of what is loud nothing is left out, however much else was done around it, and nothing is so long that
     * Telegram refuses it: nobody may hide an act behind others.
     */
    private List<Message> messages(List<Entry> news, Set<Entry> loud, Organiser reader) {
        List<Entry> quiet = news.stream().filter(entry -> !entry.act().loud()).toList();
        int left = Math.max(0, quiet.size() - SHOWN);
        Set<Entry> untold = Set.copyOf(quiet.subList(0, left));
        List<Message> messages = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        int length = 0;
        boolean rings = false;
        for (Entry entry : news) {
            if (untold.contains(entry)) {
                continue;
            }
            String line = SIGN + " " + words.line(entry, reader.language());
            if (length + line.length() > ROOM) {
                messages.add(message(lines, rings));
                lines.clear();
                length = 0;
                rings = false;
            }
            lines.add(line);
            length += line.length() + 1;
            rings |= loud.contains(entry);
        }
        if (left > 0) {
            lines.add(texts.get(reader.language(), Phrase.ACTS_MORE, left));
        }
        if (!lines.isEmpty()) {
            messages.add(message(lines, rings));
        }
        return messages;
    }

    private static Message message(List<String> lines, boolean rings) {
        Message message = Message.of(String.join("\n", lines), Keyboard.none());
        return rings ? message : message.quietly();
    }
}
