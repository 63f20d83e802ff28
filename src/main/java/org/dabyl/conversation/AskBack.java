package org.dabyl.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.report.Event;
import org.dabyl.report.EventId;
import org.dabyl.report.Events;
import org.dabyl.report.Sighting;
import org.dabyl.store.Life;
import org.dabyl.supporter.Supporter;
import org.dabyl.supporter.Supporters;
import org.springframework.stereotype.Component;

/** Carries a question of an organiser to the reporters of an event and their answers back; neither learns who the other is. */
@Component
final class AskBack implements Pressable, Asking {

    /** The question that an organiser was asked to write. */
    static final String ASK = "askback";

    /** The question that a reporter was asked; its subject is the event. */
    static final String TELL = "tellback";

    private static final Duration LIFE = Life.QUESTION.time();

    /** Those who reported last know best, and each of them is one message. */
    private static final int MOST_ASKED = 20;

    private final Events events;
    private final EventRights rights;
    private final Organisers organisers;
    private final Supporters supporters;
    private final Questions questions;
    private final ReportDetails details;
    private final EventRenderer renderer;
    private final Texts texts;
    private final Post post;
    private final OfficePost office;
    private final Noting noting;

    AskBack(
            Events events,
            EventRights rights,
            Organisers organisers,
            Supporters supporters,
            Questions questions,
            ReportDetails details,
            EventRenderer renderer,
            Texts texts,
            Post post,
            OfficePost office,
            Noting noting) {
        this.events = events;
        this.rights = rights;
        this.organisers = organisers;
        this.supporters = supporters;
        this.questions = questions;
        this.details = details;
        this.renderer = renderer;
        this.texts = texts;
        this.post = post;
        this.office = office;
        this.noting = noting;
    }

    @Override
    public Set<String> verbs() {
        return Set.of("eask", "etell");
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        if (verb.equals("eask")) {
            Optional<Event> event = rights.named(chat, subject);
            event.ifPresent(known -> {
                events.hold(known.id());
                questions.ask(chat.person(), ASK + ":" + known.id().value());
                chat.say(Phrase.ASK_BACK, Sighting.LONGEST_WORDS);
            });
            return event.isPresent();
        }
        Optional<EventId> event =
                EventId.parse(subject).filter(id -> reported(chat, id).isPresent());
        event.ifPresent(id -> {
            questions.ask(chat.person(), TELL + ":" + id.value(), LIFE);
            chat.say(Phrase.ASK_BACK_ANSWER, Sighting.LONGEST_WORDS);
        });
        return event.isPresent();
    }

    @Override
    public Set<String> questions() {
        return Set.of(ASK, TELL);
    }

    @Override
    public void answered(Chat chat, String question, String subject, String text) {
        if (question.equals(ASK)) {
            ask(chat, new EventId(subject), text);
        } else {
            answer(chat, new EventId(subject), text);
        }
    }

    /** A reporter may answer by a place. */
    @Override
    public boolean answered(Chat chat, String question, String subject, Said.Place place) {
        return question.equals(TELL) && details.answered(chat, question, subject, place);
    }

    /** Asks the reporters what the organiser wrote. */
    private void ask(Chat chat, EventId id, String text) {
        Optional<Event> event = rights.named(chat, id.value());
        if (event.isEmpty()) {
            chat.say(Phrase.REPORT_GONE);
            return;
        }
        if (tooLong(chat, ASK, id, text)) {
            return;
        }
        noting.note(chat, Act.REPORTER_ASKED, event.get().district(), text);
        List<Sighting> all = event.get().sightings();
        List<Sighting> asked = all.subList(Math.max(0, all.size() - MOST_ASKED), all.size());
        asked.forEach(sighting -> ask(sighting.reporter(), id, text));
        chat.say(Phrase.ASK_BACK_SENT, asked.size());
    }

    private void ask(Address reporter, EventId id, String text) {
        Language language = supporters.find(reporter).map(Supporter::language).orElse(Language.RU);
        questions.ask(reporter, TELL + ":" + id.value(), LIFE);
        // reports go with who leaves
        Post stillTheirs = post.onlyWhile(
                () -> events.find(id).flatMap(event -> event.of(reporter)).isPresent());
        stillTheirs.send(
                reporter,
                Message.titled(
                        texts.get(language, Phrase.ASK_BACK_TITLE),
                        text,
                        Keyboard.inline(List.of(List.of(
                                Button.press(texts.get(language, Phrase.ASK_BACK_BUTTON), "etell:" + id.value()))))));
    }

    /** Carries a reporter's answer to every organiser of the district: who asked may be under arrest by now. */
    private void answer(Chat chat, EventId id, String text) {
        Optional<Event> event = events.find(id);
        Optional<Sighting> own = reported(chat, id);
        if (event.isEmpty() || own.isEmpty()) {
            chat.say(Phrase.REPORT_GONE);
            return;
        }
        if (tooLong(chat, TELL, id, text)) {
            return;
        }
        for (Organiser organiser : organisers.responsible(event.get().district())) {
            office.send(organiser, answer(event.get(), own.get(), text, organiser.language()));
        }
        chat.say(Phrase.ASK_BACK_PASSED);
    }

    /** Refuses what does not fit, and asks again. */
    private boolean tooLong(Chat chat, String question, EventId id, String text) {
        boolean tooLong = text.length() > Sighting.LONGEST_WORDS;
        if (tooLong) {
            chat.say(Phrase.TOO_LONG, text.length(), Sighting.LONGEST_WORDS);
            questions.ask(chat.person(), question + ":" + id.value(), LIFE);
        }
        return tooLong;
    }

    private Message answer(Event event, Sighting sighting, String text, Language language) {
        String title = texts.get(language, Phrase.ASK_BACK_REPLY, sighting.number(), renderer.what(event, language));
        Button more = Button.press(
                texts.get(language, Phrase.EVENT_ASK), "eask:" + event.id().value());
        return Message.titled(title, text, Keyboard.inline(List.of(List.of(more))));
    }

    private Optional<Sighting> reported(Chat chat, EventId id) {
        return events.find(id).flatMap(event -> event.of(chat.person()));
    }
}
