package org.dabyl.conversation;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Message;
import org.dabyl.report.EventId;
import org.dabyl.report.Reports;
import org.dabyl.report.Sighting;
import org.dabyl.vault.SealBroken;
import org.dabyl.vault.Vault;
import org.springframework.stereotype.Component;

/** What is added to a report after it counts: a few words, the place, a photo. */
@Component
final class ReportDetails implements Asking {

    /** The question that is open while something can be added; its subject is the event. */
    static final String ADD = "report";

    /** The question for which of several districts; its subject is what was written in the same line, sealed. */
    static final String PENDING = "reportwords";

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Questions questions;
    private final Reports reports;
    private final ReportKeyboard keyboard;
    private final Vault vault;

    ReportDetails(Questions questions, Reports reports, ReportKeyboard keyboard, Vault vault) {
        this.questions = questions;
        this.reports = reports;
        this.keyboard = keyboard;
        this.vault = vault;
    }

    /** Asks for more; whoever is running does not answer, and nothing is lost. */
    void ask(Chat chat, EventId event) {
        questions.ask(chat.person(), ADD + ":" + event.value(), LIFE);
        chat.send(Message.of(chat.text(Phrase.REPORT_MORE), keyboard.details(chat.language())));
    }

    @Override
    public Set<String> questions() {
        return Set.of(ADD);
    }

    /** Adds words; asks again where they are too long. */
    @Override
    public void answered(Chat chat, String question, String subject, String words) {
        EventId event = new EventId(subject);
        if (words.length() > Sighting.LONGEST_WORDS) {
            chat.say(Phrase.TOO_LONG, words.length(), Sighting.LONGEST_WORDS);
            questions.ask(chat.person(), ADD + ":" + event.value(), LIFE);
        } else {
            added(chat, event, reports.say(event, chat.person(), words));
        }
    }

    @Override
    public boolean answered(Chat chat, String question, String subject, Said.Place place) {
        Optional<EventId> event = EventId.parse(subject);
        event.ifPresent(id -> added(
                chat, id, reports.locate(id, chat.person(), new Sighting.Place(place.latitude(), place.longitude()))));
        return event.isPresent();
    }

    /** Adds a photo, and its caption as words, where a report is open for it; false where none is. */
    boolean picture(Chat chat, Said.Photo photo) {
        Optional<EventId> event = open(chat);
        event.ifPresent(id -> {
            if (!photo.caption().isBlank() && photo.caption().length() <= Sighting.LONGEST_WORDS) {
                reports.say(id, chat.person(), photo.caption().strip());
            }
            added(chat, id, reports.picture(id, chat.person(), photo.file()));
        });
        return event.isPresent();
    }

    /** Nothing more is added. */
    void end(Chat chat) {
        questions.erase(chat.person());
        chat.send(Message.of(chat.text(Phrase.REPORT_THANKS), keyboard.home(chat.language())));
    }

    /** Keeps what was written while the district is asked for. */
    void keep(Chat chat, String words) {
        if (!words.isEmpty()) {
            questions.ask(chat.person(), PENDING + ":" + vault.seal(words, Questions.key(chat.person())), LIFE);
        }
    }

    /** What was kept. */
    String pending(Chat chat) {
        return questions
                .look(chat.person())
                .filter(question -> question.startsWith(PENDING + ":"))
                .map(question -> open(question.substring(PENDING.length() + 1), Questions.key(chat.person())))
                .orElse("");
    }

    private String open(String words, String key) {
        try {
            return vault.open(words, key);
        } catch (SealBroken e) {
            return "";
        }
    }

    private Optional<EventId> open(Chat chat) {
        return questions
                .look(chat.person())
                .map(question -> question.split(":", 2))
                .filter(question -> question[0].equals(ADD) || question[0].equals(AskBack.TELL))
                .flatMap(question -> EventId.parse(question[1]));
    }

    private void added(Chat chat, EventId event, boolean added) {
        if (added) {
            // more may follow
            questions.ask(chat.person(), ADD + ":" + event.value(), LIFE);
        }
        chat.say(added ? Phrase.REPORT_ADDED : Phrase.REPORT_GONE);
    }
}
