package org.dabyl.conversation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.watch.Shift;
import org.dabyl.watch.Wording;
import org.springframework.stereotype.Component;

/** What is said to those who keep watch. */
@Component
final class WatchWords implements Wording {

    private final Texts texts;
    private final Districts districts;
    private final Weekdays weekdays;

    WatchWords(Texts texts, Districts districts) {
        this.texts = texts;
        this.districts = districts;
        this.weekdays = new Weekdays(texts);
    }

    @Override
    public Map<Language, Message> soon(Shift shift, Instant start) {
        return everywhere(
                language -> Message.of(texts.get(language, Phrase.WATCH_SOON, line(shift, language)), Keyboard.none()));
    }

    @Override
    public Map<Language, Message> begin(Shift shift, Instant start) {
        return everywhere(language -> Message.of(
                texts.get(language, Phrase.WATCH_BEGIN, line(shift, language)),
                button(Phrase.WATCH_IN, shift, start, language)));
    }

    @Override
    public Map<Language, Message> takeOver(Shift shift, Instant start) {
        return everywhere(language -> Message.of(
                texts.get(language, Phrase.WATCH_RELIEF, line(shift, language)),
                button(Phrase.WATCH_TAKE, shift, start, language)));
    }

    /** {@code Shanyrak-1 · Sat 22:00–06:00}. */
    String line(Shift shift, Language language) {
        return districts.nameOf(shift.district(), language.tag()) + " · " + weekdays.name(shift.day(), language) + " "
                + shift.hours();
    }

    private Keyboard button(Phrase phrase, Shift shift, Instant start, Language language) {
        return Keyboard.inline(List.of(List.of(
                Button.press(texts.get(language, phrase), "watchin:" + shift.id() + "@" + start.toEpochMilli()))));
    }

    private static Map<Language, Message> everywhere(Function<Language, Message> render) {
        Map<Language, Message> messages = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            messages.put(language, render.apply(language));
        }
        return messages;
    }
}
