package org.dabyl.fleet;

import java.time.Instant;
import java.util.SortedMap;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Outages;
import org.dabyl.supporter.Supporters;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The health {@code fleet}: down while a bot is out of service, with how many people nobody else reaches. */
@Component("fleetHealthIndicator")
class FleetHealth implements HealthIndicator {

    private final Outages outages;
    private final Rescue rescue;

    FleetHealth(Outages outages, Rescue rescue) {
        this.outages = outages;
        this.rescue = rescue;
    }

    @Override
    public Health health() {
        try {
            SortedMap<BotId, Instant> out = outages.all();
            Health.Builder health = out.isEmpty() ? Health.up() : Health.down();
            out.forEach((bot, since) -> health.withDetail(
                    "bot " + bot.value(),
                    "out of service since " + since + ", not reached: " + people(rescue.stranded(bot))));
            return health.build();
        } catch (DataAccessException e) {
            // what is wrong with Redis is told by its own health
            return Health.unknown().build();
        }
    }

    private static String people(long people) {
        return people < Supporters.FEW ? "under " + Supporters.FEW : Long.toString(people);
    }
}
