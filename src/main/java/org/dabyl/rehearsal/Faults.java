package org.dabyl.rehearsal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults that are waiting to strike, in the order they were asked for. */
final class Faults {
    private static final class Armed {
        final Fault fault;
        final long until;
        int left;

        Armed(Fault fault, long now) {
            this.fault = fault;
            this.until = fault.forMs() > 0 ? now + fault.forMs() * 1_000 : Long.MAX_VALUE;
            this.left = fault.times() > 0 ? fault.times() : Integer.MAX_VALUE;
        }
    }

    private final List<Armed> armed = new ArrayList<>();
    private volatile boolean any;

    /** Arms a fault at this microsecond. */
    synchronized void add(Fault fault, long now) {
        armed.add(new Armed(fault, now));
        any = true;
    }

    synchronized void clear() {
        armed.clear();
        any = false;
    }

    /** The fault that strikes this call of a bot, null for an unknown one; it thereby counts. */
    Optional<Fault> next(@Nullable String bot, String method, long now) {
        return any ? find(bot, method, now) : Optional.empty();
    }

    private synchronized Optional<Fault> find(@Nullable String bot, String method, long now) {
        Iterator<Armed> each = armed.iterator();
        while (each.hasNext()) {
            Armed one = each.next();
            if (one.left == 0 || now >= one.until) {
                each.remove();
            } else if (one.fault.strikes(bot, method)) {
                one.left--;
                return Optional.of(one.fault);
            }
        }
        any = !armed.isEmpty();
        return Optional.empty();
    }
}
