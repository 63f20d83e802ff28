package org.dabyl.turnout;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.dabyl.alert.Alert;
import org.dabyl.alert.Calls;
import org.dabyl.alert.Ring;
import org.dabyl.alert.Widening;
import org.dabyl.delivery.DeliverySettings;
import org.dabyl.delivery.Fleet;
import org.springframework.stereotype.Component;

/** When the people of a ring had time enough: nobody is waited for whose card is still on its way. */
@Component
final class Timing {

    private final Calls calls;
    private final Fleet fleet;
    private final DeliverySettings settings;

    Timing(Calls calls, Fleet fleet, DeliverySettings settings) {
        this.calls = calls;
        this.fleet = fleet;
        this.settings = settings;
    }

    /** So long after the ring's card should be out at the pace of the bots; one that stands still does not delay it. */
    Instant after(Alert alert, Widening widening, Ring ring, Duration patience) {
        long recipients = calls.progress(alert.id(), ring).recipients();
        double seconds =
                recipients / (settings.rate() * Math.max(1, fleet.bots().size()));
        return Objects.requireNonNull(widening.called().get(ring))
                .plus(patience)
                .plusSeconds((long) seconds);
    }
}
