package org.dabyl.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.dabyl.delivery.Address;

/**
 * Who goes on faster than people do. In this process only, and of the {@link Newest}: who is forgotten begins anew.
 */
final class Haste {

    /** Until when what was said takes up their time, and the newest of it. */
    private record Said(long busy, long order) {}

    private final long interval;
    private final LongSupplier nanos;
    private final Map<Address, Said> all = new Newest<>();

    /** One thing after each interval is no haste. */
    Haste(Duration interval, LongSupplier nanos) {
        this.interval = interval.toNanos();
        this.nanos = nanos;
    }

    /**
     * Counts one thing that somebody said; true, and not counted, where it is more than {@code atOnce}. What Telegram brings once more,
     * because it was not kept the first time, is nothing new.
     *
     * @param order Telegram's update id
     */
    synchronized boolean tooMuch(Address person, long order, int atOnce) {
        long now = nanos.getAsLong();
        Said before = all.remove(person);
        Said said = before == null || before.busy - now < 0 ? new Said(now, 0) : before;
        boolean again = order <= said.order;
        boolean tooMuch = !again && said.busy - now > (atOnce - 1) * interval;
        all.put(person, again || tooMuch ? said : new Said(said.busy + interval, order));
        return tooMuch;
    }
}
