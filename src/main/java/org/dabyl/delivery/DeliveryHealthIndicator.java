package org.dabyl.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dabyl.store.Ailing;
import org.dabyl.store.Trouble;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down where the last audit found somebody missing or could not read, and where a bot is out of service, told to wait for long, or
 * cannot write to many chats; names nobody.
 */
@Component("deliveryHealthIndicator")
final class DeliveryHealthIndicator implements HealthIndicator, Ailing {

    private final Audit audit;
    private final Revocations revocations;
    private final DeadEnds deadEnds;
    private final Pauses pauses;

    DeliveryHealthIndicator(Audit audit, Revocations revocations, DeadEnds deadEnds, Pauses pauses) {
        this.pauses = pauses;
        this.audit = audit;
        this.revocations = revocations;
        this.deadEnds = deadEnds;
    }

    @Override
    public Health health() {
        Audit.Finding found = audit.last();
        int deaf = deadEnds.bots();
        Map<BotId, Duration> paused = pauses.now();
        boolean well = found.unbalanced() == 0
                && found.unread() == 0
                && revocations.size() == 0
                && deaf == 0
                && paused.isEmpty();
        Health.Builder health = (well ? Health.up() : Health.down())
                .withDetail("dispatches", found.dispatches())
                .withDetail("unbalanced", found.unbalanced())
                .withDetail("unreadBots", found.unread())
                .withDetail("revokedBots", revocations.size())
                .withDetail("botsThatCannotWriteToMany", deaf);
        paused.forEach((bot, left) ->
                health.withDetail("bot " + bot.value(), "paused by Telegram for " + left.toSeconds() + " s"));
        return health.build();
    }

    /** Only that the books cannot be read; all else is said where it is met. */
    @Override
    public Optional<Trouble> trouble() {
        return audit.hindrance();
    }
}
