package org.dabyl.delivery;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down where the last audit found somebody missing, could not read, or a bot is out of service or told to wait for long; names nobody. */
@Component("deliveryHealthIndicator")
final class DeliveryHealthIndicator implements HealthIndicator {

    private final Audit audit;
    private final Revocations revocations;
    private final Pauses pauses;

    DeliveryHealthIndicator(Audit audit, Revocations revocations, Pauses pauses) {
        this.pauses = pauses;
        this.audit = audit;
        this.revocations = revocations;
    }

    @Override
    public Health health() {
        Audit.Finding found = audit.last();
        Map<BotId, Duration> paused = pauses.now();
        boolean well = found.unbalanced() == 0 && found.unread() == 0 && revocations.size() == 0 && paused.isEmpty();
        Health.Builder health = (well ? Health.up() : Health.down())
                .withDetail("dispatches", found.dispatches())
                .withDetail("unbalanced", found.unbalanced())
                .withDetail("unreadBots", found.unread())
                .withDetail("revokedBots", revocations.size());
        paused.forEach((bot, left) ->
                health.withDetail("bot " + bot.value(), "paused by Telegram for " + left.toSeconds() + " s"));
        return health.build();
    }
}
