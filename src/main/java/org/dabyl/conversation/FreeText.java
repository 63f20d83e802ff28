package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.district.District;
import org.dabyl.district.Districts;
import org.dabyl.report.EventId;
import org.springframework.stereotype.Component;

/**
 * A text that is no command: the answer to a question, a remark to an alert, or the name of a district. Of who is called, only what is
 * nothing but such a name is taken for one.
 */
@Component
final class FreeText {

    private static final int FOUND = 6;

    private final Questions questions;
    private final AlertCommand drafting;
    private final UpdateCommand updating;
    private final ReportCommand reporting;
    private final ReportDetails details;
    private final AskBack askBack;
    private final ReportKeyboard keyboard;
    private final PlaceCommand places;
    private final Remarking remarks;
    private final Districts districts;
    private final Registration registration;

    FreeText(
            Questions questions,
            AlertCommand drafting,
            UpdateCommand updating,
            ReportCommand reporting,
            ReportDetails details,
            AskBack askBack,
            ReportKeyboard keyboard,
            PlaceCommand places,
            Remarking remarks,
            Districts districts,
            Registration registration) {
        this.questions = questions;
        this.drafting = drafting;
        this.updating = updating;
        this.reporting = reporting;
        this.details = details;
        this.askBack = askBack;
        this.keyboard = keyboard;
        this.places = places;
        this.remarks = remarks;
        this.districts = districts;
        this.registration = registration;
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

    private void answer(Chat chat, String question, String text) {
        String[] parts = question.split(":", 2);
        if (!report(chat, parts[0], parts[1], text)) {
            answer(chat, question, parts[0], parts[1], text);
        }
    }

    /** Answers what is asked about a report; false where something else is asked. */
    private boolean report(Chat chat, String verb, String subject, String text) {
        switch (verb) {
            case ReportDetails.ADD -> details.say(chat, new EventId(subject), text);
            case ReportDetails.PENDING -> reporting.run(chat, "report", text);
            case AskBack.ASK -> askBack.ask(chat, new EventId(subject), text);
            case AskBack.TELL -> askBack.answer(chat, new EventId(subject), text);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void answer(Chat chat, String question, String verb, String id, String text) {
        // the right is asked again: it may be gone since the question
        if (chat.organiser().isEmpty()) {
            chat.say(Phrase.NOT_UNDERSTOOD);
        } else if (text.length() > Alerts.LONGEST_TEXT) {
            chat.say(Phrase.TOO_LONG, text.length(), Alerts.LONGEST_TEXT);
            questions.ask(chat.person(), question);
        } else if (verb.equals("reword")) {
            drafting.reword(chat, new AlertId(id), text);
        } else if (places.asks(verb)) {
            places.answered(chat, verb, id, text);
        } else {
            updating.answered(chat, id, text);
        }
    }
}
