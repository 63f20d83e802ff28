package org.dabyl.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.OrganiserNumbers;
import org.dabyl.organiser.Organisers;
import org.springframework.stereotype.Component;

/** {@code /organisers}: how many there are for each of one's districts, by numbers; never who. */
@Component
final class OrganisersCommand implements Command {

    /** Of one district: with more a line would not fit into a message. */
    private static final int MOST_NUMBERS = 200;

    private final Organisers organisers;
    private final Districts districts;
    private final OrganiserNumbers numbers;
    private final Texts texts;

    OrganisersCommand(Organisers organisers, Districts districts, OrganiserNumbers numbers, Texts texts) {
        this.organisers = organisers;
        this.districts = districts;
        this.numbers = numbers;
        this.texts = texts;
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
        say(chat, text(chat.organiser().orElseThrow(), chat.language()));
    }

    /** Says it in as many messages as it takes. */
    static void say(Chat chat, String text) {
        StringBuilder some = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (some.length() + line.length() >= Message.LONGEST) {
                chat.send(Message.of(some.toString(), Keyboard.none()));
                some.setLength(0);
            }
            some.append(some.isEmpty() ? "" : "\n").append(line);
        }
        chat.send(Message.of(some.toString(), Keyboard.none()));
    }

    /** Their numbers, and which of them are suspended; a suspended one reads the list without that, as it was. */
    String text(Organiser reader, Language language) {
        List<Organiser> all = Stream.concat(organisers.everyone().stream(), organisers.suspended().stream())
                .toList();
        List<String> lines = new ArrayList<>(List.of(texts.get(language, Phrase.ORGANISERS)));
        lines.add(line(
                texts.get(language, Phrase.ALL_DISTRICTS),
                all.stream().filter(Organiser::owner).toList(),
                language));
        all.stream()
                .flatMap(organiser -> organiser.districts().stream())
                .distinct()
                .sorted(Comparator.comparing(DistrictCode::value))
                .filter(code -> organisers.mayCall(reader, code))
                .forEach(code -> lines.add(line(
                        districts.nameOf(code, language.tag()),
                        all.stream()
                                .filter(each -> each.districts().contains(code))
                                .toList(),
                        language)));
        return String.join("\n", lines);
    }

    private String line(String where, List<Organiser> some, Language language) {
        long acting =
                some.stream().filter(each -> !organisers.isSuspended(each)).count();
        String who = some.stream()
                .map(each -> organisers.isSuspended(each)
                        ? texts.get(language, Phrase.ORGANISERS_SUSPENDED, numbers.of(each))
                        : Integer.toString(numbers.of(each)))
                .sorted()
                .limit(MOST_NUMBERS)
                .collect(Collectors.joining(", "));
        String more = some.size() > MOST_NUMBERS ? ", …" : "";
        String line = texts.get(language, Phrase.ORGANISERS_LINE, where, acting);
        return who.isEmpty() ? line : line + " (" + who + more + ")";
    }
}
