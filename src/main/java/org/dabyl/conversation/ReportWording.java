package org.dabyl.conversation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.district.Districts;
import org.dabyl.report.Event;
import org.dabyl.report.QuorumSettings;
import org.dabyl.report.Wording;
import org.springframework.stereotype.Component;

/** What those who reported are told. */
@Component
final class ReportWording implements Wording {

    private final Texts texts;
    private final Districts districts;
    private final EventRenderer renderer;

    ReportWording(Texts texts, Districts districts, EventRenderer renderer) {
        this.texts = texts;
        this.districts = districts;
        this.renderer = renderer;
    }

    @Override
    public Map<Language, Message> told(Event event, Optional<Alert> alert) {
        return everywhere(
                event, language -> told(event, alert.map(Alert::number).orElse(0), language));
    }

    @Override
    public Map<Language, Message> suspended(Event event, Instant until) {
        String time = Profile.time(until, districts.zoneOf(event.district()));
        return everywhere(
                event,
                language -> told(event, 0, language) + "\n\n" + texts.get(language, Phrase.REPORT_SUSPENDED, time));
    }

    @Override
    public Map<Language, Message> unanswered(Event event, QuorumSettings quorum) {
        return everywhere(
                event,
                language -> quorum.enabled()
                        ? texts.get(language, Phrase.TOLD_UNANSWERED, quorum.reports())
                        : texts.get(language, Phrase.TOLD_UNANSWERED_ALONE));
    }

    private String told(Event event, int number, Language language) {
        return switch (event.state()) {
            case RAISED, OPEN -> texts.get(language, Phrase.TOLD_RAISED, number);
            case UNCONFIRMED -> texts.get(language, Phrase.TOLD_UNCONFIRMED, number);
            case CONFIRMED -> texts.get(language, Phrase.TOLD_CONFIRMED, number);
            case FALSE -> texts.get(language, Phrase.TOLD_FALSE);
            case OFF -> texts.get(language, Phrase.TOLD_OFF);
        };
    }

    private Map<Language, Message> everywhere(Event event, Function<Language, String> body) {
        Map<Language, Message> messages = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            messages.put(
                    language, Message.titled(renderer.what(event, language), body.apply(language), Keyboard.none()));
        }
        return messages;
    }
}
