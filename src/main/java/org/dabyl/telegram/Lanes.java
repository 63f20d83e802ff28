package org.dabyl.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Work in order within a lane, and lanes side by side. One virtual thread for each lane that has work; no more than so many run at
 * once, in the order in which they came. Organisers' work has a yard of its own, for they wait for nobody, and so has newcomers', for which nobody waits. Strangers' work has yards of its own, so that no number of them stands in front of those
 * who are registered: a small one, and a large one for what counts of theirs, registering above all, of which nothing may be lost in
 * the hour in which everybody does. Who registers in between keeps their order, for their lane is the same.
 */
final class Lanes {

    /** Where work waits: how much runs at once, and how much is held. */
    private record Yard(Semaphore running, Semaphore room, int most) {

        Yard(int atOnce, int most) {
            this(new Semaphore(atOnce, true), new Semaphore(most), most);
        }

        int held() {
            return most - room.availablePermits();
        }

        void finish(Duration longest) throws InterruptedException {
            if (room.tryAcquire(most, longest.toMillis(), TimeUnit.MILLISECONDS)) {
                room.release(most);
            }
        }
    }

    /** As much as the usual quota lets a stranger say at once. */
    private static final int MOST_OF_A_STRANGER = 20;

    private static final int FEW = 64;

    /** About as many as are told within a second. */
    private static final int RUSH = 16;

    private record Later(Object person) {}

    private record Work(Runnable what, Yard yard) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Queue<Work>> lanes = new HashMap<>();
    private final Yard yard;
    private final Yard organisers;
    private final Yard newcomers;
    private final Yard strangers;
    private final Yard arrivals;
    private final Yard words;
    private final Inflow inflow = new Inflow(System::nanoTime);

    /**
     * Empty lanes.
     *
     * @param atOnce how many pieces of work run at once; half as many of strangers that count, a quarter of organisers' and of newcomers', and a sixteenth of others
     * @param most how many are held, waiting and running; five times as many of strangers that count and of what is said
     *     later, and a tenth of others
     */
    Lanes(int atOnce, int most) {
        yard = new Yard(atOnce, most);
        organisers = new Yard(Math.max(1, atOnce / 4), most);
        newcomers = new Yard(Math.max(1, atOnce / 4), most);
        strangers = new Yard(Math.max(1, atOnce / 16), Math.max(1, most / 10));
        arrivals = new Yard(Math.max(1, atOnce / 2), most * 5);
        words = new Yard(Math.max(1, atOnce / 8), most * 5);
    }

    /** Adds work to a lane; waits while too much is held. */
    void add(Object lane, Runnable work) throws InterruptedException {
        yard.room.acquire();
        add(lane, new Work(work, yard), Integer.MAX_VALUE);
    }

    /** The same for an organiser's. */
    void addFirst(Object lane, Runnable work) throws InterruptedException {
        organisers.room.acquire();
        add(lane, new Work(work, organisers), Integer.MAX_VALUE);
    }

    /**
     * Adds to a lane what a newcomer wants to be told: it waits for Telegram's pace, after everybody else's, and nobody waits for it. False,
     * at once, while too much of theirs, or of all newcomers, is held.
     */
    boolean addLast(Object lane, Runnable work) {
        return offer(lane, new Work(work, newcomers));
    }

    /** Adds a stranger's work to a lane; false, at once, while too much of theirs, or of all strangers, is held. */
    boolean offer(Object lane, Runnable work) {
        return offer(lane, new Work(work, strangers));
    }

    /** The same for what counts of theirs. */
    boolean admit(Object lane, Runnable work) {
        return offer(lane, new Work(work, arrivals));
    }

    private boolean offer(Object lane, Work work) {
        Semaphore room = work.yard.room;
        if (!room.tryAcquire()) {
            return false;
        }
        boolean added = add(lane, work, MOST_OF_A_STRANGER);
        if (!added) {
            room.release();
        }
        return added;
    }

    private boolean add(Object lane, Work work, int most) {
        lock.lock();
        try {
            Queue<Work> queue = lanes.get(lane);
            if (queue != null) {
                return queue.size() < most && queue.add(work);
            }
            lanes.put(lane, new ArrayDeque<>());
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().start(() -> drain(lane, work));
        return true;
    }

    /** Adds what is still to be said to somebody, apart from what they say next; does it at once where too much is held. */
    void later(Object person, Runnable work) {
        if (words.room.tryAcquire()) {
            add(new Later(person), new Work(work, words), Integer.MAX_VALUE);
        } else {
            work.run();
        }
    }

    /** Whether more arrive than can be told so at once. */
    boolean rush() {
        return arrivals.held() > RUSH || words.held() > 0;
    }

    /** Whether so much is held that it matters whose it is. */
    boolean busy() {
        return yard.held() > FEW || newcomers.held() > 0 || strangers.held() > 0 || arrivals.held() > 0;
    }

    /** Whether anybody who is registered waits for their turn. */
    boolean waiting() {
        return yard.running.hasQueuedThreads();
    }

    /** Whether there are so many strangers that it is time to turn them away at the door. */
    boolean crowded() {
        return strangers.held() > strangers.most / 2;
    }

    /** How much comes in here, and is turned away. */
    Inflow inflow() {
        return inflow;
    }

    /** Waits until nothing is held any more, at most that long. */
    void finish(Duration longest) throws InterruptedException {
        long start = System.nanoTime();
        for (Yard each : List.of(yard, organisers, newcomers, strangers, arrivals, words)) {
            each.finish(longest.minusNanos(System.nanoTime() - start));
        }
    }

    private void drain(Object lane, Work first) {
        for (Work work = first; work != null; work = next(lane)) {
            work.yard.running.acquireUninterruptibly();
            try {
                work.what.run();
            } finally {
                work.yard.running.release();
                work.yard.room.release();
            }
        }
    }

    private @Nullable Work next(Object lane) {
        lock.lock();
        try {
            Queue<Work> queue = lanes.get(lane);
            Work next = queue == null ? null : queue.poll();
            if (next == null) {
                lanes.remove(lane);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }
}
