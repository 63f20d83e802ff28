package org.dabyl.telegram;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.dabyl.conversation.InPublic;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Said;
import org.dabyl.telegram.Heard.Speech;
import org.jspecify.annotations.Nullable;

/**
 * What could not be dealt with because Redis was in trouble. Who presses is told at once, and what they were told would not happen
 * does not happen later; who writes is answered when Redis is back, and what comes late then is known as late.
 *
 * <p>Kept in this process only. Accepted risk: where it ends in the middle of Redis's trouble, a press that was refused may still
 * count within the 150 s for which Telegram keeps it, and a text is taken for new.
 */
final class Refusals {

    private static final int MOST = 10_000;

    /** Shorter is a restart of Redis, which what was written survives. */
    private static final Duration LATE = Duration.ofSeconds(30);

    private final Hearing hearing;
    private final Listener listener;
    private final LongSupplier nanos;
    private final Map<Long, Boolean> told = new Newest<>();
    private final Map<Long, Long> written = new Newest<>();

    Refusals(Hearing hearing, Listener listener) {
        this(hearing, listener, System::nanoTime);
    }

    Refusals(Hearing hearing, Listener listener, LongSupplier nanos) {
        this.hearing = hearing;
        this.listener = listener;
        this.nanos = nanos;
    }

    /** Tells everybody who pressed something in this batch, and has not been told. */
    void refuse(Batch batch) {
        batch.updates().forEach(update -> refuse(hearing.hear(update.id(), update.json())));
    }

    /** Tells the person, where this is a press and they have not been told; remembers since when a text waits. */
    void refuse(Heard heard) {
        if (heard instanceof Heard.Public happened && happened.event() instanceof InPublic.Pressed press) {
            tell(press);
        } else if (heard instanceof Speech speech) {
            switch (speech.incoming().said()) {
                case Said.Press press -> tell(speech.incoming());
                case Said.Text text -> remember(speech.incoming());
                default -> {}
            }
        }
    }

    private void tell(Incoming incoming) {
        synchronized (told) {
            if (told.putIfAbsent(incoming.order(), false) != null) {
                return;
            }
        }
        boolean forGood = listener.refuse(incoming);
        synchronized (told) {
            told.put(incoming.order(), forGood);
        }
    }

    private void tell(InPublic.Pressed press) {
        synchronized (told) {
            if (told.putIfAbsent(press.order(), false) != null) {
                return;
            }
        }
        listener.refuse(press);
    }

    private void remember(Incoming incoming) {
        synchronized (written) {
            written.putIfAbsent(incoming.order(), nanos.getAsLong());
        }
    }

    /** Whether this must not be done any more. */
    boolean contain(Heard heard) {
        if (!(heard instanceof Speech speech)) {
            return false;
        }
        synchronized (told) {
            return told.getOrDefault(speech.incoming().order(), false);
        }
    }

    /** Whether this was written so long before Redis was back that it may no longer be meant. */
    boolean late(Incoming incoming) {
        synchronized (written) {
            Long since = written.get(incoming.order());
            return since != null && nanos.getAsLong() - since > LATE.toNanos();
        }
    }

    private static final class Newest<V> extends LinkedHashMap<Long, V> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Long, V> eldest) {
            return size() > MOST;
        }
    }
}
