package org.dabyl.organiser;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The health {@code acts}: down where somebody removed, changed or moved what organisers did. */
@Component("actsHealthIndicator")
class ActsHealth implements HealthIndicator {

    private final Acts acts;

    ActsHealth(Acts acts) {
        this.acts = acts;
    }

    @Override
    public Health health() {
        try {
            return acts.verify()
                    .map(tampering -> Health.down()
                            .withDetail("log", tampering.what() + " at " + tampering.place())
                            .build())
                    .orElseGet(() -> Health.up().build());
        } catch (DataAccessException e) {
            // what is wrong with Redis is told by its own health
            return Health.unknown().build();
        }
    }
}
