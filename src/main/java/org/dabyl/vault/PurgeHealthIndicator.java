package org.dabyl.vault;

import java.util.Optional;
import java.util.SortedMap;
import org.dabyl.store.Ailing;
import org.dabyl.store.RedisTrouble;
import org.dabyl.store.Trouble;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Down where something is kept for longer than it should be; says what and how much, never whose. */
@Component("purgeHealthIndicator")
final class PurgeHealthIndicator implements HealthIndicator, Ailing {

    private final Purge purge;

    PurgeHealthIndicator(Purge purge) {
        this.purge = purge;
    }

    @Override
    public Health health() {
        try {
            SortedMap<String, Long> overdue = purge.overdue();
            return (overdue.isEmpty() ? Health.up() : Health.down())
                    .withDetails(overdue)
                    .build();
        } catch (DataAccessException e) {
            return Health.down().withDetail("trouble", RedisTrouble.words(e)).build();
        }
    }

    @Override
    public Optional<Trouble> trouble() {
        try {
            SortedMap<String, Long> overdue = purge.overdue();
            return overdue.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Trouble(
                            "Kept for longer than it should be: " + String.join(", ", overdue.keySet()),
                            "Look above for why it could not be purged; a Redis of your own may lack a right of "
                                    + "src/main/docker/users.acl."));
        } catch (DataAccessException e) {
            return Optional.of(RedisTrouble.of(e));
        }
    }
}
