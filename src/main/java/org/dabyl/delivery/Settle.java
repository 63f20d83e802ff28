package org.dabyl.delivery;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that books what became of leases, each fenced by its own attempt, and gives their slots of the pace back. */
record Settle(StringRedisTemplate redis, DeliverySettings settings) {

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(Settle.class, "settle.lua", List.class);

    private static final int WIDTH = 2;
    private static final long STALE = 0;
    private static final long STOPPED = 2;

    /**
     * What became of one lease.
     *
     * @param outcome in the script's words
     * @param detail what belongs to the outcome
     * @param credit microseconds by which its slot may be free earlier
     */
    record Booking(Lease lease, String outcome, Object detail, long credit) {

        /** {@code receipt} is the sealed message id, or empty. */
        static Booking delivered(Lease lease, String receipt, long credit) {
            return new Booking(lease, "delivered", receipt, credit);
        }

        /** The person cannot be reached any more. */
        static Booking gone(Lease lease, long credit) {
            return new Booking(lease, "gone", "", credit);
        }

        /** Given up. */
        static Booking failed(Lease lease, long credit) {
            return new Booking(lease, "failed", "", credit);
        }

        /** Told to wait by a 429: the bot pauses and slows down, and the message goes out after the pause. */
        static Booking later(Lease lease, Duration pause, long credit) {
            return new Booking(lease, "later", pause.toMillis(), credit);
        }

        /** Told to wait by a 429 that is the chat's: nobody else waits. */
        static Booking crowded(Lease lease, Duration wait, long credit) {
            return new Booking(lease, "crowded", wait.toMillis(), credit);
        }

        /** May or may not have arrived: to be sent again. */
        static Booking unknown(Lease lease, Duration backoff, long credit) {
            return new Booking(lease, "unknown", backoff.toMillis(), credit);
        }

        /** Not sent, for the chat has no place yet. */
        static Booking held(Lease lease, Duration wait, long credit) {
            return new Booking(lease, "held", wait.toMillis() + 1, credit);
        }

        /** Refused to this person: given up, and the whole dispatch stops where it is so for several in a row. */
        static Booking declined(Lease lease, String reason, long credit) {
            return new Booking(lease, "declined", reason, credit);
        }

        /** Wrong in itself: the whole dispatch stops. */
        static Booking refused(Lease lease, String reason, long credit) {
            return new Booking(lease, "refused", reason, credit);
        }
    }

    /**
     * What settling did.
     *
     * @param held whether the lease was still held; else nothing was booked
     * @param stopped whether the dispatch is stopped by this
     * @param free until its slot can be used again
     */
    record Settled(boolean held, boolean stopped, Duration free) {}

    Settled run(BotId bot, Booking booking) {
        return run(bot, List.of(booking)).getFirst();
    }

    /** Settles all of them in one step, in this order. */
    List<Settled> run(BotId bot, List<Booking> bookings) {
        List<Object> arguments = new ArrayList<>(List.of(settings.broadcastRate()));
        for (Booking booking : bookings) {
            Lease lease = booking.lease();
            arguments.addAll(List.of(lease.dispatch().value(), lease.chat().value(), lease.attempt()));
            arguments.addAll(List.of(booking.outcome(), booking.detail(), booking.credit()));
        }
        List<?> answer = SCRIPT.run(redis, List.of(bot.key("")), arguments.toArray());
        List<Settled> settled = new ArrayList<>();
        for (int i = 0; i < answer.size(); i += WIDTH) {
            long done = (Long) answer.get(i);
            Duration free = Duration.of((Long) answer.get(i + 1), ChronoUnit.MICROS);
            settled.add(new Settled(done != STALE, done == STOPPED, free));
        }
        return settled;
    }
}
