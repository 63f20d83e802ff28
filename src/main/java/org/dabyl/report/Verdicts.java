package org.dabyl.report;

import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.alert.AlertId;
import org.dabyl.alert.Alerts;
import org.dabyl.alert.Ending;
import org.dabyl.alert.Level;
import org.dabyl.alert.Origin;
import org.dabyl.district.Districts;
import org.springframework.stereotype.Component;

/** What organisers decide of an event; of several the first counts. */
@Component
public class Verdicts {

    private final Events events;
    private final Alerts alerts;
    private final Districts districts;

    Verdicts(Events events, Alerts alerts, Districts districts) {
        this.events = events;
        this.alerts = alerts;
        this.districts = districts;
    }

    /** Whether the alert calls people for real: practice or a mere notice must not keep residents from raising theirs. */
    static boolean calls(Alert alert) {
        return alert.plan().level() == Level.CALL && !alert.plan().drill();
    }

    /** An organiser raised an alert: it answers every open event of its district and below, whichever way it was raised. */
    public void raised(Alert alert) {
        if (alert.origin() != Origin.ORGANISER) {
            // who sends what the residents have sent already stands by it
            EventId.parse(alert.id().value()).ifPresent(this::confirm);
            return;
        }
        for (Event event : events.open()) {
            if (calls(alert) && districts.covers(alert.district(), event.district())) {
                events.decide(event.id(), State.OPEN, State.RAISED, Optional.of(alert.id()));
            }
        }
    }

    /** It is a false alarm; false where something else is decided. */
    public boolean falseAlarm(EventId id) {
        return events.decide(id, State.OPEN, State.FALSE, Optional.empty()) || state(id) == State.FALSE;
    }

    /** An organiser stands by the alert that residents raised; false where something else is decided. */
    public boolean confirm(EventId id) {
        boolean confirmed =
                events.decide(id, State.UNCONFIRMED, State.CONFIRMED, Optional.empty()) || state(id) == State.CONFIRMED;
        if (confirmed) {
            events.find(id).flatMap(Event::alert).ifPresent(alerts::confirm);
        }
        return confirmed;
    }

    /** An organiser calls off the alert that residents raised; false where something else is decided. */
    public boolean callOff(EventId id) {
        boolean off = events.decide(id, State.UNCONFIRMED, State.OFF, Optional.empty()) || state(id) == State.OFF;
        if (off) {
            events.find(id).flatMap(Event::alert).ifPresent(this::end);
        }
        return off;
    }

    private void end(AlertId alert) {
        alerts.standDown(alert, Ending.FALSE_ALARM, "");
    }

    private State state(EventId id) {
        return events.find(id).map(Event::state).orElse(State.OPEN);
    }
}
