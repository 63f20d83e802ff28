package org.dabyl.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dabyl.alert.Alerts;
import org.dabyl.district.District;
import org.dabyl.district.Districts;
import org.springframework.stereotype.Component;

/**
 * What is no command: the answer to a question, a remark to an alert, the name of a district, or a location. Of who is called, only
 * what is nothing but a district's name is taken for one.
 */
@Component
final class FreeText {

    private static final int FOUND = 6;

    private final Questions questions;
    private final Map<String, Asking> askings = new HashMap<>();
    private final ReportCommand reporting;
    private final ReportDetails details;
    private final ReportKeyboard keyboard;
    private final Remarking remarks;
    private final Districts districts;
    private final Registration registration;

    FreeText(
            Questions questions,
            List<Asking> askings,
            ReportCommand reporting,
            ReportDetails details,
            ReportKeyboard keyboard,
            Remarking remarks,
            Districts districts,
            Registration registration) {
        this.questions = questions;
        askings.forEach(asking -> asking.questions().forEach(name -> this.askings.put(name, asking)));
        this.reporting = reporting;
        this.details = details;
        this.keyboard = keyboard;
        this.remarks = remarks;
        this.districts = districts;
        this.registration = registration;
    }

    /** Whether it is a key of the keyboard below, and no words of theirs. */
    boolean isKey(String text) {
        return keyboard.reports(text) || keyboard.ends(text);
    }

    void hear(Chat chat, String text) {
        // a press of the keyboard below answers no question
        if (keyboard.reports(text)) {
            questions.erase(chat.person());
            reporting.run(chat, "report", "");
            return;
        }
        if (keyboard.ends(text)) {
            details.end(chat);
            return;
        }
        Optional<String> question = questions.take(chat.person());
        if (question.isPresent()) {
            answer(chat, question.get(), text);
            return;
        }
        if (!districts.isName(text) && remarks.keep(chat, text)) {
            return;
        }
        List<District> found = districts.search(text, FOUND);
        if (found.isEmpty()) {
            chat.say(Phrase.NOT_UNDERSTOOD);
        } else {
            registration.offerSome(chat, Phrase.SEARCH_FOUND, found);
        }
    }

    void hear(Chat chat, Said.Place place) {
        boolean answered = questions
                .look(chat.person())
                .filter(question -> answer(chat, question, place))
                .isPresent();
        if (!answered) {
            registration.offerNearest(chat, place);
        }
    }

    private void answer(Chat chat, String question, String text) {
        String[] parts = question.split(":", 2);
        Optional<Asking> asking = asking(chat, parts[0]);
        if (asking.isEmpty()) {
            chat.say(Phrase.NOT_UNDERSTOOD);
        } else if (asking.get().who() == Who.ORGANISER && text.length() > Alerts.LONGEST_TEXT) {
            chat.say(Phrase.TOO_LONG, text.length(), Alerts.LONGEST_TEXT);
            questions.ask(chat.person(), question);
        } else {
            asking.get().answered(chat, parts[0], parts[1], text);
        }
    }

    private boolean answer(Chat chat, String question, Said.Place place) {
        String[] parts = question.split(":", 2);
        return asking(chat, parts[0])
                .filter(asking -> asking.answered(chat, parts[0], parts[1], place))
                .isPresent();
    }

    /** The right is asked again: it may be gone since the question. */
    private Optional<Asking> asking(Chat chat, String name) {
        return Optional.ofNullable(askings.get(name))
                .filter(asking ->
                        asking.who() == Who.EVERYONE || chat.organiser().isPresent());
    }
}
