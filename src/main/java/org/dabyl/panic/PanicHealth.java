package org.dabyl.panic;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The health {@code panic}: out of service while everything is locked, with since when. */
@Component("panicHealthIndicator")
final class PanicHealth implements HealthIndicator {

    private final Lockdown lockdown;

    PanicHealth(Lockdown lockdown) {
        this.lockdown = lockdown;
    }

    @Override
    public Health health() {
        try {
            return lockdown.since()
                    .map(since -> Health.outOfService()
                            .withDetail("locked", "since " + since)
                            .build())
                    .orElseGet(() -> Health.up().build());
        } catch (DataAccessException e) {
            // what is wrong with Redis is told by its own health
            return Health.unknown().build();
        }
    }
}
