package org.dabyl.report;

import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Tells reporters that no organiser has answered, and what they can do. */
@Component
class UnansweredStep implements Step {

    private final Events events;
    private final Quorums quorums;
    private final Tidings tidings;
    private final Wording wording;

    UnansweredStep(Events events, Quorums quorums, Tidings tidings, Wording wording) {
        this.events = events;
        this.quorums = quorums;
        this.tidings = tidings;
        this.wording = wording;
    }

    @Override
    public String kind() {
        return Events.UNANSWERED;
    }

    @Override
    public void run(String subject) {
        events.find(new EventId(subject))
                .filter(event -> event.state() == State.OPEN && event.answered().isEmpty())
                .filter(event -> quorums.running(event).isEmpty())
                .ifPresent(event -> tidings.tell(
                        event.id(),
                        "unanswered",
                        event.sightings().stream().map(Sighting::reporter).toList(),
                        wording.unanswered(event, quorums.of(event.district()))));
    }
}
