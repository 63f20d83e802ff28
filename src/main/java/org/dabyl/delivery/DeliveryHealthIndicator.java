package org.dabyl.delivery;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down where the last audit found somebody missing, could not read, or a bot is out of service; says so in numbers only. */
@Component("deliveryHealthIndicator")
final class DeliveryHealthIndicator implements HealthIndicator {

    private final Audit audit;
    private final Revocations revocations;

    DeliveryHealthIndicator(Audit audit, Revocations revocations) {
        this.audit = audit;
        this.revocations = revocations;
    }

    @Override
    public Health health() {
        Audit.Finding found = audit.last();
        boolean well = found.unbalanced() == 0 && found.unread() == 0 && revocations.size() == 0;
        return (well ? Health.up() : Health.down())
                .withDetail("dispatches", found.dispatches())
                .withDetail("unbalanced", found.unbalanced())
                .withDetail("unreadBots", found.unread())
                .withDetail("revokedBots", revocations.size())
                .build();
    }
}
