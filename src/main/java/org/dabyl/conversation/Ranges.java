package org.dabyl.conversation;

import java.util.List;
import org.dabyl.delivery.Language;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Organiser;
import org.springframework.stereotype.Component;

/** For which districts organisers may call, in words. */
@Component
final class Ranges {

    /** On a button: the first, and how many more. */
    private static final int SHORT = 30;

    /** In a message that says something else too. */
    private static final int LONG = 1_000;

    private final Districts districts;
    private final Texts texts;

    Ranges(Districts districts, Texts texts) {
        this.districts = districts;
        this.texts = texts;
    }

    String shortly(Organiser organiser, Language language) {
        return of(organiser, language, SHORT);
    }

    String of(Organiser organiser, Language language) {
        return of(organiser, language, LONG);
    }

    /** Their names in the order of the alphabet; at least one, and no more than so many characters with the first. */
    private String of(Organiser organiser, Language language, int most) {
        if (organiser.owner()) {
            return texts.get(language, Phrase.ALL_DISTRICTS);
        }
        List<String> names = organiser.districts().stream()
                .map(code -> districts.nameOf(code, language.tag()))
                .sorted()
                .toList();
        StringBuilder range = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (i > 0 && range.length() + name.length() > most) {
                return range + " +" + (names.size() - i);
            }
            range.append(i > 0 ? ", " : "").append(name);
        }
        return range.toString();
    }
}
