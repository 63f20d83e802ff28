package org.dabyl.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Draft;
import org.dabyl.alert.Drafts;
import org.dabyl.alert.Plan;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.organiser.Act;
import org.dabyl.report.Event;
import org.dabyl.report.Events;
import org.dabyl.report.Sighting;
import org.dabyl.report.State;
import org.dabyl.report.Verdicts;
import org.springframework.stereotype.Component;

/** What an organiser decides below the card of an event; of several organisers the first counts, and the others see it. */
@Component
final class EventDesk implements Pressable {

    private final Events events;
    private final EventRights rights;
    private final Verdicts verdicts;
    private final Drafts drafts;
    private final Previews previews;
    private final Noting noting;

    EventDesk(Events events, EventRights rights, Verdicts verdicts, Drafts drafts, Previews previews, Noting noting) {
        this.events = events;
        this.rights = rights;
        this.verdicts = verdicts;
        this.drafts = drafts;
        this.previews = previews;
        this.noting = noting;
    }

    @Override
    public Set<String> verbs() {
        return Set.of("eraise", "eseen", "efalse", "efalseyes", "econfirm", "eoff", "eoffyes");
    }

    @Override
    public Who who() {
        return Who.ORGANISER;
    }

    @Override
    public boolean press(Chat chat, String verb, String subject) {
        Optional<Event> event = rights.named(chat, subject);
        event.ifPresent(known -> press(chat, verb, known));
        return event.isPresent();
    }

    private void press(Chat chat, String verb, Event event) {
        switch (verb) {
            case "eraise" -> raise(chat, event);
            case "eseen" -> {
                note(chat, event, State.OPEN, Act.REPORT_SEEN);
                chat.toast(events.hold(event.id()) ? Phrase.EVENT_SEEN_TOAST : decided(event));
            }
            case "efalse" ->
                sure(chat, event, State.OPEN, Phrase.EVENT_FALSE_SURE, Phrase.EVENT_FALSE_YES, "efalseyes");
            case "eoff" -> sure(chat, event, State.UNCONFIRMED, Phrase.EVENT_OFF_SURE, Phrase.EVENT_OFF_YES, "eoffyes");
            case "efalseyes" -> {
                note(chat, event, State.OPEN, Act.REPORT_FALSE);
                end(chat, event, verdicts.falseAlarm(event.id()));
            }
            case "eoffyes" -> {
                note(chat, event, State.UNCONFIRMED, Act.ALERT_CALLED_OFF);
                end(chat, event, verdicts.callOff(event.id()));
            }
            default -> {
                note(chat, event, State.UNCONFIRMED, Act.ALERT_CONFIRMED);
                chat.toast(verdicts.confirm(event.id()) ? Phrase.EVENT_CONFIRMED_TOAST : decided(event));
            }
        }
    }

    /** Only where it can still be done. */
    private void note(Chat chat, Event event, State state, Act act) {
        if (event.state() == state) {
            noting.note(chat, act, event.district(), "");
        }
    }

    /** Opens a preview below: the card stays where it is, and one more tap sends. */
    private void raise(Chat chat, Event event) {
        if (event.state() != State.OPEN) {
            chat.toast(decided(event));
            return;
        }
        events.hold(event.id());
        Plan plan = Plan.call(words(event)).withKind(event.kind());
        Draft draft = drafts.write(chat.person().chat(), event.district(), plan);
        events.drafted(draft.id(), event.id());
        chat.send(previews.render(chat, draft));
    }

    private void sure(Chat chat, Event event, State state, Phrase question, Phrase yes, String verb) {
        if (event.state() != state) {
            chat.toast(decided(event));
            return;
        }
        chat.send(Message.of(
                chat.text(question),
                Keyboard.inline(
                        List.of(List.of(chat.button(yes, verb + ":" + event.id().value()))))));
    }

    private void end(Chat chat, Event event, boolean done) {
        Phrase what = done ? Phrase.EVENT_DONE : decided(events.find(event.id()).orElse(event));
        chat.toast(what);
        chat.show(Message.of(chat.text(what), Keyboard.none()));
    }

    /** What the reporters wrote, the newest first, as much as fits into an alert. */
    private static String words(Event event) {
        StringBuilder words = new StringBuilder();
        for (Sighting sighting : event.sightings().reversed()) {
            String more = (words.isEmpty() ? "" : "\n") + sighting.words();
            if (!sighting.words().isEmpty() && words.length() + more.length() <= Alerts.LONGEST_TEXT) {
                words.append(more);
            }
        }
        return words.toString();
    }

    private static Phrase decided(Event event) {
        return switch (event.state()) {
            case OPEN -> Phrase.EVENT_RAISING;
            case RAISED -> Phrase.EVENT_RAISED;
            case UNCONFIRMED -> Phrase.EVENT_UNCONFIRMED;
            case CONFIRMED -> Phrase.EVENT_CONFIRMED;
            case FALSE -> Phrase.EVENT_FALSE;
            case OFF -> Phrase.EVENT_OFF;
        };
    }

    /** What is written on a card about an event that is decided. */
    static Phrase state(Event event) {
        return decided(event);
    }
}
