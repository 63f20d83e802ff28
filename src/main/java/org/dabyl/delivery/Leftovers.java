package org.dabyl.delivery;

import java.time.Instant;
import java.util.List;
import org.dabyl.store.Life;
import org.dabyl.store.Script;
import org.dabyl.vault.Expiring;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Forgets whom a bot was to write to, where the dispatch is long over and nobody came to send it: a bot out of service claims nothing,
 * and newer dispatches keep the keys alive that all share.
 */
@Component
final class Leftovers implements Expiring {

    private static final Script<Long> SCRIPT = Script.beside(Leftovers.class, "leftovers.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Fleet fleet;

    Leftovers(StringRedisTemplate redis, Fleet fleet) {
        this.redis = redis;
        this.fleet = fleet;
    }

    @Override
    public Life life() {
        return Life.OUTBOX;
    }

    @Override
    public void purge(Instant now) {
        run(0, true);
    }

    /** By the clock of Redis, as everything of the outbox. */
    @Override
    public long overdue(Instant then) {
        return run(Life.OUTBOX.time().dividedBy(24).toMillis(), false);
    }

    private long run(long grace, boolean remove) {
        return fleet.bots().stream()
                .mapToLong(bot -> SCRIPT.run(
                        redis, List.of(bot.key("")), Life.OUTBOX.time().toMillis() + grace, remove ? 1 : 0))
                .sum();
    }
}
