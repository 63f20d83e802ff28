package org.dabyl.conversation;

import java.util.Optional;
import org.dabyl.organiser.Organisers;
import org.dabyl.report.Event;
import org.dabyl.report.EventId;
import org.dabyl.report.Events;
import org.springframework.stereotype.Component;

/** Which events are an organiser's, at the moment of the press: a button can be forged, and a right can be gone. */
@Component
final class EventRights {

    private final Events events;
    private final Organisers organisers;

    EventRights(Events events, Organisers organisers) {
        this.events = events;
        this.organisers = organisers;
    }

    /** The event that a button names, where this organiser may call for its district. */
    Optional<Event> named(Chat chat, String subject) {
        return EventId.parse(subject).flatMap(events::find).filter(event -> chat.organiser()
                .filter(organiser -> organisers.mayCall(organiser, event.district()))
                .isPresent());
    }
}
