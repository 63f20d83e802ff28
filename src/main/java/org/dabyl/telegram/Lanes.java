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
 * once, in the order in which they came.
 */
final class Lanes {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Object, Queue<Runnable>> lanes = new HashMap<>();
    private final Semaphore running;
    private final Semaphore room;
    private final int most;

    /**
     * Empty lanes.
     *
     * @param atOnce how many pieces of work run at once
     * @param most how many are held, waiting and running
     */
    Lanes(int atOnce, int most) {
        running = new Semaphore(atOnce, true);
        room = new Semaphore(most);
        this.most = most;
    }

    /** Adds work to a lane; waits while too much is held. */
    void add(Object lane, Runnable work) throws InterruptedException {
        room.acquire();
        lock.lock();
        try {
            Queue<Runnable> queue = lanes.get(lane);
            if (queue != null) {
                queue.add(work);
                return;
            }
            lanes.put(lane, new ArrayDeque<>());
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().start(() -> drain(lane, work));
    }

    /** Waits until nothing is held any more, at most that long. */
    void finish(Duration longest) throws InterruptedException {
        if (room.tryAcquire(most, longest.toMillis(), TimeUnit.MILLISECONDS)) {
            room.release(most);
        }
    }

    private void drain(Object lane, Runnable first) {
        for (Runnable work = first; work != null; work = next(lane)) {
            running.acquireUninterruptibly();
            try {
                work.run();
            } finally {
                running.release();
                room.release();
            }
        }
    }

    private @Nullable Runnable next(Object lane) {
        lock.lock();
        try {
            Queue<Runnable> queue = lanes.get(lane);
            Runnable next = queue == null ? null : queue.poll();
            if (next == null) {
                lanes.remove(lane);
            }
            return next;
        } finally {
            lock.unlock();
        }
    }
}
