package org.dabyl.turnout;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Ring;
import org.dabyl.alert.Rings;
import org.dabyl.alert.Uncalled;
import org.dabyl.alert.Widening;
import org.springframework.stereotype.Component;

/** Calls the next ring where too few come. A drill and what is held do not widen by themselves. */
@Component
final class Widener {

    private final Rings rings;
    private final Uncalled uncalled;
    private final Timing timing;
    private final RingSettings settings;
    private final Clock clock;

    Widener(Rings rings, Uncalled uncalled, Timing timing, RingSettings settings, Clock clock) {
        this.rings = rings;
        this.uncalled = uncalled;
        this.timing = timing;
        this.settings = settings;
        this.clock = clock;
    }

    /** Widens where it is time; when to look again, empty for no certain time. */
    Optional<Instant> look(Alert alert, Tally tally) {
        Widening widening = rings.of(alert);
        Optional<Ring> next = rings.next(alert, widening);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        if (widening.people().isEmpty()) {
            uncalled.count(alert, next.get());
        }
        if (widening.held() || alert.plan().drill() || !settings.tooFew(alert.plan(), tally)) {
            return Optional.empty();
        }
        Instant due = timing.after(alert, widening, widening.outermost(), settings.after());
        if (clock.instant().isBefore(due)) {
            return Optional.of(due);
        }
        // a tap may have called it meanwhile: then this does nothing
        rings.call(alert.id(), next.get());
        return Optional.empty();
    }
}
