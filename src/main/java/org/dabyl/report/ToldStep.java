package org.dabyl.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Address;
import org.dabyl.timetable.Step;
import org.springframework.stereotype.Component;

/** Tells reporters what became of their report, and notes it in their records. */
@Component
class ToldStep implements Step {

    private final Events events;
    private final Alerts alerts;
    private final TrackRecords records;
    private final Tidings tidings;
    private final Wording wording;

    ToldStep(Events events, Alerts alerts, TrackRecords records, Tidings tidings, Wording wording) {
        this.events = events;
        this.alerts = alerts;
        this.records = records;
        this.tidings = tidings;
        this.wording = wording;
    }

    @Override
    public String kind() {
        return Events.TOLD;
    }

    @Override
    public void run(String subject) {
        events.find(new EventId(subject))
                .filter(event -> event.state() != State.OPEN)
                .ifPresent(this::tell);
    }

    private void tell(Event event) {
        List<Address> others = new ArrayList<>();
        for (Sighting sighting : event.sightings()) {
            Optional<Instant> until = judge(event, sighting.reporter());
            if (until.isPresent()) {
                tidings.tell(
                        event.id(),
                        "suspended-" + sighting.number(),
                        List.of(sighting.reporter()),
                        wording.suspended(event, until.get()));
            } else {
                others.add(sighting.reporter());
            }
        }
        Optional<Alert> alert = event.alert().flatMap(alerts::find);
        tidings.tell(event.id(), event.state().name().toLowerCase(Locale.ROOT), others, wording.told(event, alert));
    }

    private Optional<Instant> judge(Event event, Address reporter) {
        return switch (event.state()) {
            case RAISED, CONFIRMED -> records.judge(reporter, event.id(), true);
            case FALSE, OFF -> records.judge(reporter, event.id(), false);
            // nobody who can tell has said what it was
            case OPEN, UNCONFIRMED -> Optional.empty();
        };
    }
}
