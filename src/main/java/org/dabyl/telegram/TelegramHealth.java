package org.dabyl.telegram;

import org.dabyl.telegram.Standing.Now;
import org.dabyl.telegram.Standing.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The health {@code telegram}: how each bot stands and since when. Down where a bot cannot work. */
@Component("telegramHealthIndicator")
class TelegramHealth implements HealthIndicator {

    private final TelegramFleet fleet;

    TelegramHealth(TelegramFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Bot bot : fleet.all()) {
            Now now = bot.standing().now();
            health.withDetail(
                    "bot " + bot.id().value(),
                    now.state() == State.READY ? "ready" : word(now.state()) + " since " + now.since());
            if (now.state() != State.READY && now.state() != State.STARTING) {
                health.down();
            }
        }
        return health.build();
    }

    private static String word(State state) {
        return switch (state) {
            case STARTING -> "starting";
            case READY -> "ready";
            case UNREACHABLE -> "unreachable";
            case CONFLICT -> "somebody else receives with this token";
            case REVOKED -> "revoked";
        };
    }
}
