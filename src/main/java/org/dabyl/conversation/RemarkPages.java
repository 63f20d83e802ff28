package org.dabyl.conversation;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.turnout.Remark;
import org.springframework.stereotype.Component;

/** Remarks to an alert as pages, the newest first; one that is too long for a page goes on on the next. */
@Component
final class RemarkPages {

    /** The most characters of a page's body: room is left for its title. */
    static final int LONGEST = 3800;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int HEAD = 40;
    private static final String GAP = "\n\n";

    private final Texts texts;
    private final Districts districts;

    RemarkPages(Texts texts, Districts districts) {
        this.texts = texts;
        this.districts = districts;
    }

    /** A page, counted from 0; the last one where there are not so many. */
    Message render(Alert alert, List<Remark> remarks, int page, Language language) {
        List<String> pages = pages(remarks, districts.zoneOf(alert.district()), language);
        int shown = Math.clamp(page, 0, pages.size() - 1);
        String title = texts.get(language, Phrase.REMARKS_TITLE, alert.number(), shown + 1, pages.size());
        List<Button> buttons = new ArrayList<>();
        if (shown > 0) {
            buttons.add(turn(Phrase.REMARKS_NEWER, alert, shown - 1, language));
        }
        if (shown < pages.size() - 1) {
            buttons.add(turn(Phrase.REMARKS_OLDER, alert, shown + 1, language));
        }
        return Message.titled(
                title, pages.get(shown), buttons.isEmpty() ? Keyboard.none() : Keyboard.inline(List.of(buttons)));
    }

    private List<String> pages(List<Remark> remarks, ZoneId zone, Language language) {
        List<String> pages = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        for (Remark remark : remarks) {
            String head = texts.get(
                    language,
                    Phrase.REMARK_HEAD,
                    remark.number(),
                    TIME.format(remark.at().atZone(zone)));
            for (String piece : pieces(Quoted.lines(remark.text()))) {
                if (!page.isEmpty() && page.length() + GAP.length() + head.length() + 1 + piece.length() > LONGEST) {
                    pages.add(page.toString());
                    page.setLength(0);
                }
                page.append(page.isEmpty() ? "" : GAP).append(head).append('\n').append(piece);
            }
        }
        pages.add(page.isEmpty() ? texts.get(language, Phrase.REMARKS_NONE) : page.toString());
        return pages;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(text.length(), start + LONGEST - HEAD);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    private Button turn(Phrase phrase, Alert alert, int page, Language language) {
        return Button.press(
                texts.get(language, phrase), "remarkpage:" + alert.id().value() + ":" + page);
    }
}
