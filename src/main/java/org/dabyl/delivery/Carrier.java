package org.dabyl.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.dabyl.delivery.Settle.Booking;
import org.dabyl.delivery.Settle.Settled;
import org.dabyl.store.Together;
import org.dabyl.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Carries one leased message to a phone, and settles what became of it. */
@Component
final class Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration SETTLE_AGAIN = Duration.ofMillis(200);

    /** Redis may be away for longer than a lease, and what it missed is still worth telling. */
    private static final Duration SETTLE_LONGEST = Duration.ofSeconds(60);

    private final Settle settle;
    private final ChatPace chats;
    private final Map<BotId, Together<BotId, Booking, Settled>> bookings = new ConcurrentHashMap<>();
    private final Texts texts;
    private final Messenger messenger;
    private final Vault vault;
    private final Latency latency;
    private final Revocations revocations;
    private final DeadEnds deadEnds;
    private final ObjectProvider<Departures> departures;
    private final Quiet quiet;
    private final ForgottenChats forgotten;
    private final Duration lease;
    private final boolean paid;

    Carrier(
            StringRedisTemplate redis,
            DeliverySettings settings,
            Texts texts,
            Messenger messenger,
            Vault vault,
            Latency latency,
            Revocations revocations,
            DeadEnds deadEnds,
            ObjectProvider<Departures> departures,
            Quiet quiet,
            ForgottenChats forgotten) {
        this.settle = new Settle(redis, settings);
        this.chats = new ChatPace(redis, messenger);
        this.texts = texts;
        this.messenger = messenger;
        this.vault = vault;
        this.latency = latency;
        this.revocations = revocations;
        this.deadEnds = deadEnds;
        this.departures = departures;
        this.quiet = quiet;
        this.forgotten = forgotten;
        this.lease = settings.lease();
        this.paid = settings.paid();
    }

    /**
     * Sends and settles; how long until the slot of the pace is free.
     *
     * @param claimed when the lease was asked for, by {@link System#nanoTime()}
     */
    Duration carry(BotId bot, Lease lease, long claimed) throws InterruptedException {
        // a process that stood still may hold a lease that another is about to take over
        if (since(claimed).compareTo(this.lease.dividedBy(2)) > 0) {
            return LONGEST;
        }
        Duration held = chats.held(new Address(bot, lease.chat()), lease.attempt());
        if (!held.isZero()) {
            return settle(bot, claimed, Booking.held(lease, held, latency.credit()))
                    .free();
        }
        Outcome outcome = send(bot, lease);
        Settled settled = settle(bot, claimed, booking(bot, lease, outcome));
        tell(bot, lease, outcome, settled.stopped());
        if (!settled.held() && outcome instanceof Outcome.Delivered delivered && delivered.messageId() != 0) {
            forgotten.arrivedLate(new Address(bot, lease.chat()), delivered.messageId());
        }
        return settled.free();
    }

    private Settled settle(BotId bot, long claimed, Booking booking) throws InterruptedException {
        var booked = bookings.computeIfAbsent(bot, any -> new Together<>(settle::run));
        return persist(claimed, () -> booked.ask(bot, booking));
    }

    private Outcome send(BotId bot, Lease lease) {
        try {
            var message = texts.open(bot, lease.dispatch(), lease.language());
            if (message.isEmpty()) {
                return new Outcome.Refused("no text");
            }
            long start = System.nanoTime();
            Address to = new Address(bot, lease.chat());
            boolean quietly = lease.priority() == Priority.REMINDER && quiet.now(to);
            Message said = quietly ? message.get().quietly() : message.get();
            Outcome outcome = paid ? messenger.sendPaid(to, said) : messenger.send(to, said);
            latency.saw(since(start));
            return outcome;
        } catch (RuntimeException | VirtualMachineError e) {
            // also where this process has another keyset: one with the right one may take over
            LOG.warn(
                    "A message of dispatch {} is tried again: {}",
                    lease.dispatch().value(),
                    e.getClass().getName());
            return new Outcome.Unknown();
        }
    }

    private Booking booking(BotId bot, Lease lease, Outcome outcome) {
        long credit = latency.credit();
        return switch (outcome) {
            case Outcome.Delivered delivered -> Booking.delivered(lease, receipt(bot, lease, delivered), credit);
            case Outcome.Gone gone -> Booking.gone(lease, credit);
            case Outcome.Wait wait ->
                chats.own(new Address(bot, lease.chat()), wait)
                        ? Booking.crowded(lease, wait.time(), credit)
                        : Booking.later(lease, wait.time(), credit);
            case Outcome.Unknown unknown -> Booking.unknown(lease, backoff(lease.attempt()), credit);
            case Outcome.Refused refused -> Booking.refused(lease, refused.reason(), credit);
            case Outcome.Declined declined -> Booking.declined(lease, declined.reason(), credit);
            case Outcome.Unreachable unreachable -> Booking.failed(lease, credit);
            case Outcome.Missed missed -> Booking.failed(lease, credit);
            case Outcome.Revoked revoked -> Booking.unknown(lease, LONGEST, credit);
        };
    }

    private void tell(BotId bot, Lease lease, Outcome outcome, boolean stopped) {
        Address person = new Address(bot, lease.chat());
        switch (outcome) {
            case Outcome.Gone gone -> departures.ifAvailable(told -> depart(told, person));
            case Outcome.Unreachable unreachable -> deadEnds.add(person, unreachable.reason());
            case Outcome.Refused refused -> refused(lease, refused.reason(), stopped);
            case Outcome.Declined declined -> refused(lease, declined.reason(), stopped);
            case Outcome.Revoked revoked -> revocations.add(bot);
            case Outcome.Delivered delivered -> revocations.lift(bot);
            default -> {}
        }
    }

    private static void refused(Lease lease, String reason, boolean stopped) {
        if (stopped) {
            LOG.error("Dispatch {} is stopped: {}", lease.dispatch().value(), reason);
        } else {
            LOG.warn("A message of dispatch {} is refused: {}", lease.dispatch().value(), reason);
        }
    }

    private static void depart(Departures told, Address person) {
        try {
            told.departed(person);
        } catch (ConcurrencyFailureException e) {
            // they are changing the bot at this moment: whether they can be reached there, the next message tells
            LOG.debug("Somebody who moves cannot be reached by the old bot");
        }
    }

    /** An outcome that is lost makes a second message, so it is worth trying for long. */
    private Settled persist(long claimed, Supplier<Settled> step) throws InterruptedException {
        while (true) {
            try {
                return step.get();
            } catch (DataAccessException e) {
                if (since(claimed).compareTo(SETTLE_LONGEST) > 0) {
                    throw e;
                }
                Thread.sleep(SETTLE_AGAIN);
            }
        }
    }

    private String receipt(BotId bot, Lease lease, Outcome.Delivered delivered) {
        return delivered.messageId() == 0
                ? ""
                : vault.sealNumber(
                        delivered.messageId(), Receipts.place(new Address(bot, lease.chat()), lease.dispatch()));
    }

    /** Doubles from 1 s to 60 s, a quarter more or less, so that those who failed together do not come together. */
    static Duration backoff(int attempt) {
        long millis = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.clamp(attempt - 1L, 0, 6));
        return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
