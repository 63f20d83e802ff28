package org.dabyl.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dabyl.delivery.Settle.Booking;
import org.dabyl.delivery.Settle.Settled;
import org.jspecify.annotations.Nullable;

/** Settles for one bot: what comes while a call to Redis is under way goes together with the next one. */
final class Bookings {

    /** Most in one call, so that the script stays short. */
    private static final int MOST = 64;

    private record Waiting(Booking booking, CompletableFuture<Settled> settled) {}

    private final BotId bot;
    private final Settle settle;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    Bookings(BotId bot, Settle settle) {
        this.bot = bot;
        this.settle = settle;
    }

    /**
     * Settles one lease, and returns when that is done.
     *
     * @throws RuntimeException where the whole call failed: nothing, or all of it, may be booked
     */
    Settled book(Booking booking) {
        Waiting waiting = new Waiting(booking, new CompletableFuture<>());
        queue.add(waiting);
        drain();
        try {
            return waiting.settled.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** One of those who wait does it for all. */
    private void drain() {
        while (!queue.isEmpty() && busy.compareAndSet(false, true)) {
            try {
                settle(next());
            } finally {
                // who added in between and found it busy relies on the look at the queue that follows
                busy.set(false);
            }
        }
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        for (@Nullable Waiting next = queue.poll(); next != null; next = batch.size() < MOST ? queue.poll() : null) {
            batch.add(next);
        }
        return batch;
    }

    private void settle(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Settled> settled =
                    settle.run(bot, batch.stream().map(Waiting::booking).toList());
            for (int i = 0; i < settled.size(); i++) {
                batch.get(i).settled.complete(settled.get(i));
            }
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.settled.completeExceptionally(e));
        }
    }
}
