package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.district.District;
import org.dabyl.district.Districts;
import org.springframework.stereotype.Component;

/** A text that is no command: the answer to a question, or the name of a district. */
@Component
final class FreeText {

    private static final int FOUND = 6;

    private final Questions questions;
    private final AlertCommand drafting;
    private final UpdateCommand updating;
    private final Districts districts;
    private final Registration registration;

    FreeText(
            Questions questions,
            AlertCommand drafting,
            UpdateCommand updating,
            Districts districts,
            Registration registration) {
        this.questions = questions;
        this.drafting = drafting;
        this.updating = updating;
        this.districts = districts;
        this.registration = registration;
    }

    void hear(Chat chat, String text) {
        Optional<String> question = questions.take(chat.person());
        if (question.isPresent()) {
            answer(chat, question.get(), text);
            return;
        }
        List<District> found = districts.search(text, FOUND);
        if (found.isEmpty()) {
            chat.say(Phrase.NOT_UNDERSTOOD);
        } else {
            registration.offerSome(chat, Phrase.SEARCH_FOUND, found);
        }
    }

    private void answer(Chat chat, String question, String text) {
        String[] parts = question.split(":", 2);
        AlertId id = new AlertId(parts[1]);
        // the right is asked again: it may be gone since the question
        if (chat.organiser().isEmpty()) {
            chat.say(Phrase.NOT_UNDERSTOOD);
        } else if (text.length() > Alerts.LONGEST_TEXT) {
            chat.say(Phrase.TOO_LONG, text.length(), Alerts.LONGEST_TEXT);
            questions.ask(chat.person(), question);
        } else if (parts[0].equals("reword")) {
            drafting.reword(chat, id, text);
        } else {
            updating.send(chat, id, text);
        }
    }
}
