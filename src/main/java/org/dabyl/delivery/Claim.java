package org.dabyl.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dabyl.store.Script;
import org.dabyl.vault.SealedId;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that leases the next recipients of a bot. */
final class Claim {

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(Claim.class, "claim.lua", List.class);

    /**
     * How much earlier than its slot is free a call is claimed: the way to Redis and back and the waking up take less, also where
     * the machine is busy.
     */
    static final Duration AHEAD = Duration.ofMillis(50);

    private static final int WIDTH = 6;
    private static final int HEAD = 2;

    /** No answer of Redis is waited for longer (spring.data.redis.timeout). */
    private static final Duration LATE = Duration.ofSeconds(5);

    private final StringRedisTemplate redis;
    private final DeliverySettings settings;
    private final Clock clock;
    private final Map<BotId, Told> told = new ConcurrentHashMap<>();

    Claim(StringRedisTemplate redis, DeliverySettings settings, Clock clock) {
        this.redis = redis;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was claimed.
     *
     * @param next until the next claim can bring anything, as far as is known
     * @param waits how long until each lease's slot is free, from now
     */
    record Claimed(Duration next, List<Lease> leases, List<Duration> waits) {}

    /** What the clock of Redis said, and when that was here; so that no two clocks need to agree. */
    private record Told(long micros, long nanos) {

        long latest() {
            return micros + (System.nanoTime() - nanos + LATE.toNanos()) / 1000;
        }
    }

    /** Leases as many as the pace allows, at most {@code most}. */
    Claimed run(BotId bot, int most) {
        Told last = told.get(bot);
        // a Redis that stood still reads claims that were given up: leases that nobody knows of would hold everyone up
        List<?> answer = SCRIPT.run(
                redis,
                List.of(bot.key("")),
                settings.broadcastRate(),
                settings.lease().toMillis(),
                most,
                last == null ? 0 : last.latest(),
                settings.paid() ? 1 : 0,
                AHEAD.toNanos() / 1000,
                clock.millis());
        told.put(bot, new Told((Long) answer.get(1), System.nanoTime()));
        List<Lease> leases = new ArrayList<>();
        List<Duration> waits = new ArrayList<>();
        for (int i = HEAD; i < answer.size(); i += WIDTH) {
            leases.add(lease(answer.subList(i, i + WIDTH)));
            waits.add(micros(answer.get(i + WIDTH - 1)));
        }
        return new Claimed(micros(answer.getFirst()), leases, waits);
    }

    private static Duration micros(Object time) {
        return Duration.of((Long) time, ChronoUnit.MICROS);
    }

    private static Lease lease(List<?> parts) {
        return new Lease(
                new DispatchId((String) parts.get(0)),
                new SealedId((String) parts.get(1)),
                ((Long) parts.get(2)).intValue(),
                Language.of((String) parts.get(3)),
                Priority.of((String) parts.get(4)));
    }
}
