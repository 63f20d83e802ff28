package org.dabyl.delivery;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.store.Script;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that leases the next recipients of a bot. */
record Claim(StringRedisTemplate redis, DeliverySettings settings) {

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(Claim.class, "claim.lua", List.class);

    private static final int WIDTH = 4;

    /**
     * What was claimed.
     *
     * @param next until the next claim can bring anything, as far as is known
     */
    record Claimed(Duration next, List<Lease> leases) {}

    /** Leases as many as the pace allows, at most {@code most}. */
    Claimed run(BotId bot, int most) {
        List<?> answer = SCRIPT.run(
                redis, List.of(bot.key("")), settings.rate(), settings.lease().toMillis(), most);
        List<Lease> leases = new ArrayList<>();
        for (int i = 1; i < answer.size(); i += WIDTH) {
            leases.add(lease(answer.subList(i, i + WIDTH)));
        }
        return new Claimed(Duration.of((Long) answer.getFirst(), ChronoUnit.MICROS), leases);
    }

    private static Lease lease(List<?> parts) {
        return new Lease(
                new DispatchId((String) parts.get(0)),
                new SealedId((String) parts.get(1)),
                ((Long) parts.get(2)).intValue(),
                Language.of((String) parts.get(3)));
    }
}
