package org.dabyl.conversation;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dabyl.delivery.Language;

/** The short names of the days of the week. */
final class Weekdays {

    private final Texts texts;

    Weekdays(Texts texts) {
        this.texts = texts;
    }

    String name(DayOfWeek day, Language language) {
        return names(language).get(day.getValue() - 1);
    }

    /** The day whose short name, in any language, a word begins with; empty where there is none. */
    Optional<DayOfWeek> read(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(Language.values())
                .flatMap(language -> Arrays.stream(DayOfWeek.values())
                        .filter(day -> lower.startsWith(name(day, language).toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    private List<String> names(Language language) {
        return List.of(texts.get(language, Phrase.WEEKDAYS).split(" ", -1));
    }
}
