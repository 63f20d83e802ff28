package org.dabyl.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Drafts;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.organiser.Act;
import org.dabyl.organiser.Organiser;
import org.dabyl.organiser.Organisers;
import org.dabyl.organiser.Probation;
import org.dabyl.organiser.Seconds;
import org.dabyl.organiser.Told;
import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/**
 * An alert for more than one district needs a second organiser who may call there, drills too: one seized phone must not empty a whole
 * city. Where there is nobody else to ask it is sent at once, for a lone owner must be able to call; that risk is accepted. What
 * residents raise and rings that are called by themselves wait for nobody. Whoever is new can neither ask nor agree.
 *
 * <p>The right of both is asked when the second one presses. The press sends only before the time is over, and the step that ends the
 * waiting runs only after it, so one of them counts.
 */
@Component
final class Seconding implements Pressable, Step {

    private static final String VERB = "second";

    private final Seconds seconds;
    private final Drafts drafts;
    private final Alerts alerts;
    private final Sending sending;
    private final Noting noting;
    private final Organisers organisers;
    private final Probation probation;
    private final Told told;
    private final Districts districts;
    private final Cards cards;
    private final Texts texts;
    private final OfficePost post;

    Seconding(
            Seconds seconds,
            Drafts drafts,
            Alerts alerts,
            Sending sending,
            Noting noting,
            Organisers organisers,
            Probation probation,
            Told told,
            Districts districts,
            Cards cards,
            Texts texts,
            OfficePost post) {
        this.seconds = seconds;
        this.drafts = drafts;
        this.alerts = alerts;
        this.sending = sending;
        this.noting = noting;
        this.organisers = organisers;
        this.probation = probation;
        this.told = told;
        this.districts = districts;
        this.cards = cards;
        this.texts = texts;
        this.post = post;
    }

    @Override
    public String kind() {
        return Seconds.LAPSE;
    }

    @Override
    public Set<String> verbs() {
        return Set.of(VERB);
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    /** Whether the draft calls for several districts, and somebody else may call there. */
    boolean needed(Chat chat, Draft draft) {
        return seconds.settings().enabled()
                && districts.withDescendants(draft.district()).size() > 1
                && !others(draft).isEmpty();
    }

    /** Whether whoever speaks is too new to be one of two, which they are told. */
    boolean refuses(Chat chat) {
        boolean refused = probation.on(chat.organiser().orElseThrow());
        if (refused) {
            chat.say(Phrase.TOO_NEW, probation.hours());
        }
        return refused;
    }

    /** Asks the others, each once, and tells the author that it waits. */
    void ask(Chat chat, Draft draft) {
        if (refuses(chat)) {
            return;
        }
        seconds.wait(draft.id().value(), draft.author());
        chat.show(waiting(draft.district(), chat.organiser().orElseThrow()));
        told.each("second." + draft.id().value(), others(draft), other -> post.send(other, question(draft, other)));
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<AlertId> id = AlertId.parse(subject);
        id.ifPresent(known -> agree(chat, known));
        return id.isPresent();
    }

    private void agree(Chat chat, AlertId id) {
        if (refuses(chat)) {
            return;
        }
        Organiser self = chat.organiser().orElseThrow();
        Optional<Organiser> author = seconds.author(id.value())
                .filter(known -> !known.equals(chat.person().chat()))
                .flatMap(known -> organisers.everyone().stream()
                        .filter(organiser -> organiser.address().chat().equals(known))
                        .findFirst());
        boolean both = drafts.find(id)
                .filter(draft -> organisers.mayCall(self, draft.district()))
                .filter(draft -> author.isPresent() && organisers.mayCall(author.get(), draft.district()))
                .isPresent();
        // pressed again, by whomever, it is the board of the alert
        Optional<Alert> alert = (both ? sending.raise(chat, id) : alerts.find(id))
                .filter(known -> organisers.mayCall(self, known.district()));
        if (alert.isEmpty()) {
            chat.toast(Phrase.PREVIEW_GONE);
            return;
        }
        author.ifPresent(known -> {
            noting.raised(known, alert.get());
            noting.note(chat, Act.SECONDED, alert.get(), "");
        });
        sending.launch(chat, alert.get());
        seconds.end(id.value());
    }

    /** The time is over: where nobody agreed nothing is sent, and all who know of it are told. */
    @Override
    public void run(String subject) {
        AlertId id = new AlertId(subject);
        Optional<Draft> draft = drafts.find(id);
        if (draft.isEmpty() || alerts.find(id).isPresent()) {
            return;
        }
        List<Organiser> all = Stream.concat(author(draft.get()).stream(), others(draft.get()).stream())
                .toList();
        told.each(
                "lapsed." + id.value(),
                all,
                organiser -> post.send(organiser, lapsed(draft.get().district(), organiser)));
        drafts.drop(id);
        seconds.end(subject);
    }

    /** When what is asked now lapses. */
    Instant until() {
        return seconds.until();
    }

    /** That it waits for a second organiser. */
    Message waiting(DistrictCode district, Organiser author) {
        return Message.of(words(Phrase.SECOND_WAITING, district, author), Keyboard.none());
    }

    /** That nobody agreed in time. */
    Message lapsed(DistrictCode district, Organiser reader) {
        return Message.of(words(Phrase.SECOND_LAPSED, district, reader), Keyboard.none());
    }

    private Message question(Draft draft, Organiser reader) {
        List<String> lines = new ArrayList<>();
        lines.add(cards.words().what(draft.plan(), reader.language())
                + cards.words().muster(draft.plan(), reader.language()));
        return Message.titled(
                cards.marked(draft.plan(), words(Phrase.SECOND_ASK, draft.district(), reader), reader.language()),
                String.join("\n", lines),
                Keyboard.inline(List.of(List.of(Button.press(
                        texts.get(reader.language(), Phrase.SECOND_YES),
                        VERB + ":" + draft.id().value())))));
    }

    private String words(Phrase phrase, DistrictCode district, Organiser reader) {
        Duration within = seconds.settings().within();
        return texts.get(
                reader.language(),
                phrase,
                districts.nameOf(district, reader.language().tag()),
                Math.max(1, within.toMinutes()));
    }

    /** Who wrote it, where they may still call there. */
    private Optional<Organiser> author(Draft draft) {
        return organisers.responsible(draft.district()).stream()
                .filter(organiser -> organiser.address().chat().equals(draft.author()))
                .findFirst();
    }

    private List<Organiser> others(Draft draft) {
        return organisers.responsible(draft.district()).stream()
                .filter(organiser -> !organiser.address().chat().equals(draft.author()))
                .filter(organiser -> !probation.on(organiser))
                .toList();
    }
}
