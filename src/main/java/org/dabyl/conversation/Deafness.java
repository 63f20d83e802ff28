package org.dabyl.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.dabyl.delivery.Address;

/**
 * Whom the bot does not listen to for a moment, because they went on after they were refused several times.
 *
 * <p>In this process only, and of the {@link Newest}: who is forgotten is refused once more.
 */
final class Deafness {

    private static final int REFUSALS = 5;
    // nobody changes their answer so often; beyond what the quota allows at once
    private static final int EVEN_ANSWERS = 25;
    private static final long WHILE = Duration.ofSeconds(10).toNanos();

    private record Refused(int times, long last, boolean entirely) {}

    private final LongSupplier nanos;
    private final Map<Address, Refused> refused = new Newest<>();
    private volatile long newest;

    Deafness(LongSupplier nanos) {
        this.nanos = nanos;
        this.newest = nanos.getAsLong() - WHILE;
    }

    /**
     * They were told once more; {@code entirely} where not even what counts beyond the quota is heard from them. How often it was lately.
     */
    synchronized int refused(Address person, boolean entirely) {
        long now = nanos.getAsLong();
        Refused before = refused.remove(person);
        // who goes on as soon as they are heard again is not heard again
        int times = before == null || now - before.last > 2 * WHILE ? 1 : Math.min(before.times + 1, EVEN_ANSWERS);
        refused.put(person, new Refused(times, now, entirely));
        if (times >= REFUSALS) {
            newest = now;
        }
        return times;
    }

    /** Whether there is anybody whom it does not listen to. */
    boolean any() {
        return nanos.getAsLong() - newest < WHILE;
    }

    /**
     * Whether it does not listen to them; {@code matters} is what counts beyond the quota of those who are registered, unless they
     * are refused very often.
     */
    boolean to(Address person, boolean matters) {
        if (!any()) {
            return false;
        }
        synchronized (this) {
            Refused known = refused.get(person);
            return known != null
                    && known.times >= (known.entirely || !matters ? REFUSALS : EVEN_ANSWERS)
                    && nanos.getAsLong() - known.last < WHILE;
        }
    }
}
