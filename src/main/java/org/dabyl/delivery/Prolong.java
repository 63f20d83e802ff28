package org.dabyl.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step by which a living sender keeps the leases of what it has under way. */
record Prolong(StringRedisTemplate redis, DeliverySettings settings) {

    private static final Script<Long> SCRIPT = Script.beside(Prolong.class, "prolong.lua", Long.class);

    /** Begins the leases anew; how many of them are still held. */
    long run(BotId bot, Collection<Lease> leases) {
        List<Object> arguments = new ArrayList<>(List.of(settings.lease().toMillis()));
        for (Lease lease : leases) {
            arguments.addAll(List.of(lease.dispatch().value(), lease.chat().value(), lease.attempt()));
        }
        return SCRIPT.run(redis, List.of(bot.key("")), arguments.toArray());
    }
}
