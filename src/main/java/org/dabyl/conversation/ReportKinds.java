package org.dabyl.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dabyl.alert.Kind;
import org.dabyl.delivery.Language;
import org.springframework.stereotype.Component;

/** What residents report: the names of its kinds, and the words by which they call them in any language. */
@Component
final class ReportKinds {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Texts texts;

    ReportKinds(Texts texts) {
        this.texts = texts;
    }

    /** What was reported in one line. */
    record Line(Kind kind, String words) {}

    String name(Kind kind, Language language) {
        return texts.get(language, phrase(kind));
    }

    static String data(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> parse(String data) {
        return Arrays.stream(Kind.values())
                .filter(kind -> data(kind).equals(data))
                .findAny();
    }

    /** Reads one line: the kind is dropped where it stands first, for the card says it; without any kind it is something else. */
    Line read(String line) {
        String[] words = line.split("\\s+", 2);
        Optional<Kind> first = kind(words[0]);
        if (first.isPresent()) {
            return new Line(first.get(), words.length > 1 ? words[1] : "");
        }
        Kind any = BETWEEN.splitAsStream(line)
                .flatMap(word -> kind(word).stream())
                .findFirst()
                .orElse(Kind.OTHER);
        return new Line(any, line);
    }

    private static Optional<Kind> kind(String word) {
        String plain = BETWEEN.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
        return Arrays.stream(Kind.values())
                .filter(kind -> stems(kind).stream().anyMatch(plain::startsWith))
                .findFirst();
    }

    /** How its words begin in Kazakh, Russian and English; endings differ with the case. */
    private static List<String> stems(Kind kind) {
        return switch (kind) {
            case BULLDOZERS ->
                List.of(
                        "бульдозер",
                        "экскаватор",
                        "трактор",
                        "техник",
                        "снос",
                        "снес",
                        "бұз",
                        "bulldoz",
                        "excavat",
                        "digger");
            case POLICE -> List.of("полици", "омон", "спецназ", "сақшы", "police", "cops", "riot");
            case BAILIFFS -> List.of("пристав", "исполнител", "чси", "орындаушы", "bailiff", "marshal");
            case FIRE ->
                List.of("пожар", "огонь", "горит", "поджог", "поджиг", "өрт", "жанып", "fire", "arson", "burn");
            case OTHER -> List.of("другое", "прочее", "басқа", "other");
        };
    }

    static Phrase phrase(Kind kind) {
        return switch (kind) {
            case BULLDOZERS -> Phrase.REPORT_BULLDOZERS;
            case POLICE -> Phrase.REPORT_POLICE;
            case BAILIFFS -> Phrase.REPORT_BAILIFFS;
            case FIRE -> Phrase.REPORT_FIRE;
            case OTHER -> Phrase.REPORT_OTHER;
        };
    }
}
