package org.dabyl.rehearsal;

/** The moments within the last stretch of time, oldest first, in a ring that grows as needed. Not thread-safe. */
final class SlidingWindow {
    private final long length;
    private long[] ring = new long[8];
    private int head;
    private int size;

    /** A window of this many microseconds. */
    SlidingWindow(long length) {
        this.length = length;
    }

    /** How many moments lie in the window that ends now. */
    int count(long now) {
        while (size > 0 && ring[head] <= now - length) {
            head = (head + 1) % ring.length;
            size--;
        }
        return size;
    }

    void add(long now) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size) % ring.length] = now;
        size++;
    }

    /** Microseconds until the oldest moment leaves the window. */
    long untilRoom(long now) {
        return size == 0 ? 0 : Math.max(0, ring[head] + length - now);
    }

    private void grow() {
        long[] wider = new long[ring.length * 2];
        for (int i = 0; i < size; i++) {
            wider[i] = ring[(head + i) % ring.length];
        }
        ring = wider;
        head = 0;
    }
}
