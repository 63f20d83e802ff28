package org.dabyl.rehearsal;

/** The pace of one chat: a burst at once, then one message a second. Not thread-safe: the chat's lock guards it. */
final class Bucket {
    private static final long SECOND = 1_000_000;
    private long fullAt;
    private long waitUntil;

    /** Takes one of {@code burst} places at this microsecond and returns 0, or returns the seconds to wait. */
    int take(long now, int burst) {
        if (now < waitUntil) {
            waitUntil += SECOND;
            return seconds(waitUntil - now);
        }
        long next = Math.max(fullAt, now) + SECOND;
        if (next - now > burst * SECOND) {
            waitUntil = next - burst * SECOND;
            return seconds(waitUntil - now);
        }
        fullAt = next;
        return 0;
    }

    private static int seconds(long micros) {
        return (int) Math.ceilDiv(micros, SECOND);
    }
}
