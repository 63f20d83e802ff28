package org.dabyl.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Work in order within a lane, and lanes side by side. One virtual thread for each lane that has work; no more than so many run at
 * once, in the order in which they came. Strangers' work has a yard of its own, so that no number of them stands in front of those
 * who are registered; who registers in between keeps their order, for their lane is the same.
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

    private record Work(Runnable what, Yard yard) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Queue<Work>> lanes = new HashMap<>();
    private final Yard yard;
    private final Yard strangers;

    /**
     * Empty lanes.
     *
     * @param atOnce how many pieces of work run at once, and half as many of strangers
     * @param most how many are held, waiting and running, and as many again of strangers
     */
    Lanes(int atOnce, int most) {
        yard = new Yard(atOnce, most);
        strangers = new Yard(Math.max(1, atOnce / 2), most);
    }

    /** Adds work to a lane; waits while too much is held. */
    void add(Object lane, Runnable work) throws InterruptedException {
        yard.room.acquire();
        add(lane, new Work(work, yard), Integer.MAX_VALUE);
    }

    /** Adds a stranger's work to a lane; false, at once, while too much of theirs, or of all strangers, is held. */
    boolean offer(Object lane, Runnable work) {
        if (!strangers.room.tryAcquire()) {
            return false;
        }
        boolean added = add(lane, new Work(work, strangers), MOST_OF_A_STRANGER);
        if (!added) {
            strangers.room.release();
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

    /** Whether so much is held that it matters whose it is. */
    boolean busy() {
        return yard.held() > FEW || strangers.held() > 0;
    }

    /** Waits until nothing is held any more, at most that long. */
    void finish(Duration longest) throws InterruptedException {
        long start = System.nanoTime();
        yard.finish(longest);
        strangers.finish(longest.minusNanos(System.nanoTime() - start));
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
