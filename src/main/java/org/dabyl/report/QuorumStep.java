package org.dabyl.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Drafts;
import org.dabyl.alert.Plan;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.springframework.stereotype.Component;

/** Raises the alert where no organiser answered and enough residents report the same: who cuts off the organisers silences nobody. */
@Component
class QuorumStep implements Step {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Events events;
    private final Quorums quorums;
    private final Drafts drafts;
    private final Alerts alerts;
    private final Timetable timetable;
    private final Clock clock;

    QuorumStep(Events events, Quorums quorums, Drafts drafts, Alerts alerts, Timetable timetable, Clock clock) {
        this.events = events;
        this.quorums = quorums;
        this.drafts = drafts;
        this.alerts = alerts;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Events.QUORUM;
    }

    @Override
    public void run(String subject) {
        events.find(new EventId(subject))
                .filter(event -> event.state() == State.OPEN)
                .ifPresent(this::consider);
    }

    private void consider(Event event) {
        QuorumSettings quorum = quorums.of(event.district());
        Instant asked = event.opened().plus(Duration.ofMinutes(quorum.minutes()));
        Instant earliest = event.heldUntil().filter(asked::isBefore).orElse(asked);
        if (!quorum.enabled() || quorums.running(event).isPresent()) {
            return;
        }
        if (clock.instant().isBefore(earliest)) {
            timetable.at(Events.QUORUM, event.id().value(), earliest);
        } else if (quorums.independent(event) >= quorum.reports()) {
            raise(event);
        }
    }

    private void raise(Event event) {
        AlertId mine = event.id().quorumAlert();
        // an organiser may be answering at this very moment
        if (events.claim(event.id(), mine, true).equals(mine.value())) {
            // what one resident wrote must not go out to thousands: the kind says it
            drafts.unattended(mine, event.district(), Plan.call("").withKind(event.kind()));
            if (alerts.raise(mine).isPresent()) {
                events.decide(event.id(), State.OPEN, State.UNCONFIRMED, Optional.of(mine));
            } else {
                timetable.at(Events.QUORUM, event.id().value(), clock.instant().plus(AGAIN));
            }
        }
    }
}
