package org.dabyl.conversation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.dabyl.delivery.Address;
import org.jspecify.annotations.Nullable;

/**
 * Who goes on faster than people do. In this process only, and of the newest {@value #MOST}: who is forgotten begins anew.
 */
final class Haste {

    private static final int MOST = 50_000;

    private final long interval;
    private final LongSupplier nanos;
    private final Map<Address, Long> all = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Address, Long> eldest) {
            return size() > MOST;
        }
    };

    /** One thing after each interval is no haste. */
    Haste(Duration interval, LongSupplier nanos) {
        this.interval = interval.toNanos();
        this.nanos = nanos;
    }

    /** Counts one thing that somebody said; true, and not counted, where it is more than {@code atOnce}. */
    synchronized boolean tooMuch(Address person, int atOnce) {
        long now = nanos.getAsLong();
        Long before = all.remove(person);
        long busy = before == null || before - now < 0 ? now : before;
        boolean tooMuch = busy - now > (atOnce - 1) * interval;
        all.put(person, tooMuch ? busy : busy + interval);
        return tooMuch;
    }
}
