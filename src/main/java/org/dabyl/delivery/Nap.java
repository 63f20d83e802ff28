package org.dabyl.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One thread's sleep, that others may cut short; a wake before the sleep counts for it. */
final class Nap {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long alarm;
    private boolean set;

    /** Sleeps until {@code most} is over or the alarm is due, and forgets the alarm. */
    void sleep(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        lock.lock();
        try {
            long left = left(end);
            while (left > 0) {
                changed.awaitNanos(left);
                left = left(end);
            }
            set = false;
        } finally {
            lock.unlock();
        }
    }

    /** Sets the alarm, unless it is set for earlier. */
    void wakeIn(Duration time) {
        long at = System.nanoTime() + time.toNanos();
        lock.lock();
        try {
            if (!set || at - alarm < 0) {
                alarm = at;
                set = true;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private long left(long end) {
        return (set && alarm - end < 0 ? alarm : end) - System.nanoTime();
    }
}
