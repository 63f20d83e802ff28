package org.dabyl.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The presses that wait for the bot's answer: each is answered once, and within 150 seconds. */
final class Callbacks {
    private static final long LIFE = 150;
    private static final int MOST = 50_000;
    private static final String TOO_OLD = "query is too old and response timeout expired or query ID is invalid";

    private record Pending(Chat chat, long at) {}

    private final AtomicLong next;
    private final Map<String, Pending> pending = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Pending> eldest) {
            return size() > MOST;
        }
    };

    Callbacks(long first) {
        next = new AtomicLong(first << 20);
    }

    synchronized String open(Chat chat, long now) {
        String id = Long.toString(next.incrementAndGet());
        pending.put(id, new Pending(chat, now));
        return id;
    }

    /** The chat of a press, which is thereby answered. */
    synchronized Chat close(String id, long now) {
        @Nullable Pending press = pending.remove(id);
        if (press == null || now - press.at >= LIFE) {
            throw Refusal.badRequest(TOO_OLD);
        }
        return press.chat;
    }
}
