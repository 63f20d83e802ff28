package org.dabyl.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.turnout.Answer;
import org.dabyl.turnout.HomeWording;
import org.dabyl.turnout.Missing;
import org.springframework.stereotype.Component;

/** The question whether somebody is home, and the list of those who did not answer it, by number. */
@Component
final class HomeCards implements HomeWording {

    static final String VERB = "askhome";

    /** What still fits into one message, with a button for each. */
    private static final int SHOWN = 40;

    private static final int IN_A_ROW = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Texts texts;
    private final Districts districts;

    HomeCards(Texts texts, Districts districts) {
        this.texts = texts;
        this.districts = districts;
    }

    @Override
    public Map<Language, Message> question(Alert alert) {
        return everywhere(language -> Message.titled(
                titled(Phrase.HOME_TITLE, alert, language),
                texts.get(language, Phrase.HOME_BODY),
                Keyboard.inline(List.of(List.of(Button.press(
                        texts.get(language, Phrase.CARD_HOME),
                        "a:" + alert.id().value() + ":" + new Answer.Home().code()))))));
    }

    @Override
    public Map<Language, Message> list(Alert alert, List<Missing> missing, boolean closed) {
        return everywhere(language -> {
            List<Missing> shown = missing.subList(0, Math.min(SHOWN, missing.size()));
            return Message.titled(
                    titled(Phrase.HOME_LIST_TITLE, alert, language),
                    body(alert, missing, closed, language),
                    closed || shown.isEmpty() ? Keyboard.none() : Keyboard.inline(buttons(alert, shown, language)));
        });
    }

    private String body(Alert alert, List<Missing> missing, boolean closed, Language language) {
        if (missing.isEmpty()) {
            return texts.get(language, Phrase.HOME_LIST_EMPTY);
        }
        ZoneId zone = districts.zoneOf(alert.district());
        List<String> lines = new ArrayList<>();
        missing.stream().limit(SHOWN).forEach(each -> lines.add(line(each, zone, language)));
        if (missing.size() > SHOWN) {
            lines.add(texts.get(language, Phrase.HOME_LIST_MORE, missing.size() - SHOWN));
        }
        lines.add("");
        lines.add(texts.get(language, closed ? Phrase.HOME_LIST_CLOSED : Phrase.HOME_LIST_NOTE));
        return String.join("\n", lines);
    }

    private String line(Missing missing, ZoneId zone, Language language) {
        Instant at = missing.at();
        return texts.get(
                language,
                missing.there() ? Phrase.HOME_LIST_THERE : Phrase.HOME_LIST_COMING,
                missing.number(),
                TIME.format(at.atZone(zone)));
    }

    private List<List<Button>> buttons(Alert alert, List<Missing> shown, Language language) {
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < shown.size(); i += IN_A_ROW) {
            rows.add(shown.subList(i, Math.min(i + IN_A_ROW, shown.size())).stream()
                    .map(missing -> Button.press(
                            texts.get(language, Phrase.HOME_ASK_AGAIN, missing.number()),
                            VERB + ":" + alert.id().value() + ":" + missing.number()))
                    .toList());
        }
        return rows;
    }

    private String titled(Phrase phrase, Alert alert, Language language) {
        return texts.get(language, phrase, districts.nameOf(alert.district(), language.tag()), alert.number());
    }

    private static Map<Language, Message> everywhere(Function<Language, Message> render) {
        Map<Language, Message> messages = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            messages.put(language, render.apply(language));
        }
        return messages;
    }
}
