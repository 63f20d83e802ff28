package org.dabyl.conversation;

import java.time.Clock;
import java.time.Duration;
import org.dabyl.report.Event;
import org.dabyl.report.EventId;
import org.dabyl.report.Events;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/** Brings the cards of an event up to date; tries again for an hour where Telegram does not take them. */
@Component
final class EventCardStep implements Step {

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Events events;
    private final EventCards cards;
    private final Succession succession;
    private final Timetable timetable;
    private final Clock clock;

    EventCardStep(Events events, EventCards cards, Succession succession, Timetable timetable, Clock clock) {
        this.events = events;
        this.cards = cards;
        this.succession = succession;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Events.CARDS;
    }

    @Override
    public void run(String subject) {
        events.find(new EventId(subject)).ifPresent(event -> {
            succession.reported(event);
            if (!cards.refresh(event) && fresh(event)) {
                timetable.at(Events.CARDS, subject, clock.instant().plus(AGAIN));
            }
        });
    }

    private boolean fresh(Event event) {
        return clock.instant().isBefore(event.opened().plus(PATIENCE));
    }
}
