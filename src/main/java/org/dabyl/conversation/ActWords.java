package org.dabyl.conversation;

import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dabyl.delivery.Language;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Entry;
import org.springframework.stereotype.Component;

/** How organisers' acts read: by a number, never by who it was. */
@Component
final class ActWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM. HH:mm", Locale.ROOT);

    /** In code points, each of which may be two characters: one such line and more fit into a message. */
    private static final int LONGEST_LINE = 600;

    private final Texts texts;
    private final Districts districts;

    ActWords(Texts texts, Districts districts) {
        this.texts = texts;
        this.districts = districts;
    }

    String line(Entry entry, Language language) {
        String where = entry.where().isEmpty()
                ? texts.get(language, Phrase.ALL_DISTRICTS)
                : entry.where().stream()
                        .map(code -> districts.nameOf(code, language.tag()))
                        .sorted()
                        .collect(Collectors.joining(", "));
        DistrictCode first = entry.where().stream()
                .min(Comparator.comparing(DistrictCode::value))
                .orElseGet(() -> districts.roots().getFirst().code());
        String line = texts.get(
                language,
                Phrase.ACTS_LINE,
                TIME.format(entry.at().atZone(districts.zoneOf(first))),
                entry.by(),
                texts.get(language, phrase(entry.act()), where, entry.about()));
        return cut(entry.detail().isEmpty() ? line : line + " — " + Quoted.inLine(entry.detail()));
    }

    /** An organiser can have very many districts, and each of the names is as long as somebody made it. */
    private static String cut(String line) {
        int points = line.codePointCount(0, line.length());
        return points <= LONGEST_LINE ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }

    /** Whoever others want to cut off learns nothing of it. */
    static boolean concerns(Entry entry, int reader) {
        return switch (entry.act()) {
            case SUSPENSION_ASKED, SUSPENDED, REINSTATEMENT_ASKED, REINSTATED ->
                !entry.about().equals(Integer.toString(reader));
            case CHANNEL_CUT -> entry.by() != reader;
            default -> true;
        };
    }

    static Phrase phrase(Act act) {
        return Phrase.valueOf("ACT_" + act.name());
    }
}
