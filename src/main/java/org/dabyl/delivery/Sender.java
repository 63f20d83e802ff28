package org.dabyl.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dabyl.delivery.Claim.Claimed;
import org.dabyl.store.RedisTrouble;
import org.dabyl.timetable.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due on one bot: claims in one loop, and carries each message on a thread of its own. */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    /** Most messages under way from one process. */
    private static final int MOST_IN_FLIGHT = 256;

    /** Most leases a claim, so that the script stays short. */
    private static final int BATCH = 64;

    /** A full flight is waited for until so many have landed, for a claim costs as much for one as for many. */
    private static final int ROOM = 32;

    /** How late a launch by another process is noticed at most. */
    private static final Duration IDLE = Duration.ofMillis(250);

    private static final Duration LONGEST_TROUBLE = Duration.ofSeconds(5);

    private final BotId bot;
    private final String name;
    private final Claim claim;
    private final Carrier carrier;
    private final Revocations revocations;
    private final Faults faults;
    private final Semaphore flight = new Semaphore(MOST_IN_FLIGHT);
    private final Heart heart;
    private final Nap nap = new Nap();
    private final AtomicBoolean unsettled = new AtomicBoolean();
    private volatile boolean running;
    private int troubles;

    Sender(BotId bot, Claim claim, Heart heart, Carrier carrier, Revocations revocations, Bell bell, Faults faults) {
        this.bot = bot;
        this.name = "sender of bot " + bot.value();
        this.claim = claim;
        this.heart = heart;
        this.carrier = carrier;
        this.revocations = revocations;
        this.faults = faults;
        bell.wakes(bot, () -> nap.wakeIn(Duration.ZERO));
    }

    void start() {
        running = true;
        heart.start();
        Thread.ofVirtual().name("sender-" + bot.value()).start(this::loop);
    }

    /** Claims no more. */
    void stop() {
        running = false;
        heart.stop();
        nap.wakeIn(Duration.ZERO);
    }

    /** Waits for what is under way; what is not done then is sent by another process when its lease expires. */
    boolean awaitQuiet(Duration patience) throws InterruptedException {
        boolean quiet = flight.tryAcquire(MOST_IN_FLIGHT, patience.toMillis(), TimeUnit.MILLISECONDS);
        if (quiet) {
            flight.release(MOST_IN_FLIGHT);
        }
        return quiet;
    }

    private void loop() {
        try {
            while (running) {
                nap.sleep(roundOrRest());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration roundOrRest() throws InterruptedException {
        try {
            Duration wait = revocations.contain(bot) ? LONGEST_TROUBLE : round();
            faults.over(name);
            troubles = 0;
            return wait;
        } catch (RuntimeException | VirtualMachineError e) {
            // also where memory ran out: what follows may find some, and nobody else sends for the bot
            troubles++;
            faults.met(name, e);
            return shorter(IDLE.multipliedBy(troubles), LONGEST_TROUBLE);
        }
    }

    private Duration round() throws InterruptedException {
        if (!flight.tryAcquire(ROOM, IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
            return Duration.ZERO;
        }
        flight.release(ROOM);
        int most = Math.min(BATCH, flight.availablePermits());
        long asked = System.nanoTime();
        Claimed claimed = claim.run(bot, most);
        long answered = System.nanoTime();
        for (int i = 0; i < claimed.leases().size(); i++) {
            Lease lease = claimed.leases().get(i);
            long due = answered + claimed.waits().get(i).toNanos();
            flight.acquireUninterruptibly();
            heart.add(lease);
            start(lease, () -> carry(lease, asked, due));
        }
        return shorter(claimed.next(), IDLE);
    }

    private void start(Lease lease, Runnable carrying) {
        boolean started = false;
        try {
            Thread.ofVirtual().start(carrying);
            started = true;
        } finally {
            if (!started) {
                land(lease);
            }
        }
    }

    private void land(Lease lease) {
        heart.remove(lease);
        flight.release();
    }

    /** {@code due} is when its slot is free, by {@link System#nanoTime()}. */
    private void carry(Lease lease, long asked, long due) {
        Duration free = IDLE;
        try {
            long early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(Duration.ofNanos(early));
            }
            free = carrier.carry(bot, lease, asked);
            unsettled.set(false);
        } catch (RuntimeException | VirtualMachineError e) {
            // the lease expires, and the message is tried again; said once for all that were under way
            if (!unsettled.getAndSet(true)) {
                LOG.warn(
                        "Messages of dispatch {} are not settled and may arrive twice: {}",
                        lease.dispatch().value(),
                        RedisTrouble.words(e));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            land(lease);
            nap.wakeIn(free.minus(Claim.AHEAD));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
