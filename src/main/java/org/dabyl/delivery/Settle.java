package org.dabyl.delivery;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that books what became of one lease, and gives its slot of the pace back. */
record Settle(StringRedisTemplate redis, DeliverySettings settings) {

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(Settle.class, "settle.lua", List.class);

    /**
     * What settling did.
     *
     * @param held whether the lease was still held; else nothing was booked
     * @param free until its slot can be used again
     */
    record Settled(boolean held, Duration free) {}

    /** {@code receipt} is the sealed message id, or empty. */
    Settled delivered(BotId bot, Lease lease, String receipt, long credit) {
        return run(bot, lease, "delivered", receipt, credit);
    }

    /** The person cannot be reached any more. */
    Settled gone(BotId bot, Lease lease, long credit) {
        return run(bot, lease, "gone", "", credit);
    }

    /** Given up. */
    Settled failed(BotId bot, Lease lease, long credit) {
        return run(bot, lease, "failed", "", credit);
    }

    /** Told to wait by a 429: the bot pauses and slows down, and the message goes out after the pause. */
    Settled later(BotId bot, Lease lease, Duration pause, long credit) {
        return run(bot, lease, "later", pause.toMillis(), credit);
    }

    /** May or may not have arrived: to be sent again. */
    Settled unknown(BotId bot, Lease lease, Duration backoff, long credit) {
        return run(bot, lease, "unknown", backoff.toMillis(), credit);
    }

    /** Wrong in itself: the whole dispatch stops. */
    Settled refused(BotId bot, Lease lease, String reason, long credit) {
        return run(bot, lease, "refused", reason, credit);
    }

    private Settled run(BotId bot, Lease lease, String outcome, Object detail, long credit) {
        List<?> answer = SCRIPT.run(
                redis,
                List.of(bot.key("")),
                lease.dispatch().value(),
                lease.chat().value(),
                lease.attempt(),
                outcome,
                detail,
                credit,
                settings.rate());
        return new Settled(answer.getFirst().equals(1L), Duration.of((Long) answer.getLast(), ChronoUnit.MICROS));
    }
}
