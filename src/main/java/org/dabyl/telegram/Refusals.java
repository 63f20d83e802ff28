package org.dabyl.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Said;
import org.dabyl.telegram.Heard.Speech;
import org.jspecify.annotations.Nullable;

/**
 * Presses that could not be dealt with because Redis was in trouble: each person is told once, and what they were told would not
 * happen does not happen later.
 *
 * <p>Kept in this process only. Accepted risk: where it ends in the middle of Redis's trouble, a press that was refused may still
 * count within the 150 s for which Telegram keeps it.
 */
final class Refusals {

    private static final int MOST = 10_000;

    private final Hearing hearing;
    private final Listener listener;
    private final Map<Long, Boolean> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<Long, Boolean> eldest) {
            return size() > MOST;
        }
    };

    Refusals(Hearing hearing, Listener listener) {
        this.hearing = hearing;
        this.listener = listener;
    }

    /** Tells everybody who pressed something in this batch, and has not been told. */
    void refuse(Batch batch) {
        batch.updates().forEach(update -> refuse(hearing.hear(update.id(), update.json())));
    }

    /** Tells the person, where this is a press and they have not been told. */
    void refuse(Heard heard) {
        if (heard instanceof Speech speech && speech.incoming().said() instanceof Said.Press) {
            Incoming incoming = speech.incoming();
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
}
