package org.dabyl.conversation;

import java.util.Arrays;
import java.util.List;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.springframework.stereotype.Component;

/** The keyboard below a supporter's chat: they are here, in one place and always there. A press writes its label. */
@Component
final class ReportKeyboard {

    private final Texts texts;

    ReportKeyboard(Texts texts) {
        this.texts = texts;
    }

    /** The one button that reports. */
    Keyboard home(Language language) {
        return new Keyboard.Below(List.of(List.of(new Keyboard.Key(texts.get(language, Phrase.REPORT_BUTTON), false))));
    }

    /** What can be added to a report. */
    Keyboard details(Language language) {
        return new Keyboard.Below(List.of(
                List.of(new Keyboard.Key(texts.get(language, Phrase.SHARE_LOCATION), true)),
                List.of(new Keyboard.Key(texts.get(language, Phrase.REPORT_DONE), false))));
    }

    static Keyboard none() {
        return new Keyboard.Below(List.of());
    }

    /** Whether the text is the label of the button that reports, in any language: a keyboard keeps the one it was made in. */
    boolean reports(String text) {
        return is(Phrase.REPORT_BUTTON, text);
    }

    boolean ends(String text) {
        return is(Phrase.REPORT_DONE, text);
    }

    private boolean is(Phrase phrase, String text) {
        return Arrays.stream(Language.values())
                .anyMatch(language -> texts.get(language, phrase).equals(text));
    }
}
