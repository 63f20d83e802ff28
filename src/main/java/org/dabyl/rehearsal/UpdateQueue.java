package org.dabyl.rehearsal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The updates of one bot that nobody has confirmed yet. Telegram keeps them 24 hours and button presses 150 seconds; an offset
 * confirms all before it, a negative one forgets all but the last few.
 */
final class UpdateQueue {
    static final long LIFE = 24 * 3600;
    static final long PRESS_LIFE = 150;
    private static final int MOST = 100_000;
    private static final String CONFLICT =
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

    private record Entry(long id, long expires, JsonNode update) {}

    private static final class Poll {
        final CompletableFuture<List<JsonNode>> future = new CompletableFuture<>();
        final int limit;

        Poll(int limit) {
            this.limit = limit;
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long next;
    private @Nullable Poll waiting;

    UpdateQueue(long first) {
        next = first;
    }

    /** Adds an update that lives until the given second, and wakes the waiting poll. */
    void add(ObjectNode update, long expires, long now) {
        @Nullable Poll woken;
        List<JsonNode> batch;
        synchronized (this) {
            ObjectNode numbered = Shapes.object().put("update_id", next);
            entries.add(new Entry(next++, expires, numbered.setAll(update)));
            if (entries.size() > MOST) {
                entries.removeFirst();
            }
            woken = waiting;
            waiting = null;
            batch = woken == null ? List.of() : batch(woken.limit, now);
        }
        if (woken != null) {
            woken.future.complete(batch);
        }
    }

    /** Answers at once where there are updates, else when the first comes or the time-out of so many seconds is over. */
    CompletableFuture<List<JsonNode>> poll(long offset, int limit, int timeout, long now) {
        Poll poll = new Poll(limit);
        @Nullable Poll older;
        List<JsonNode> batch;
        synchronized (this) {
            older = waiting;
            waiting = null;
            confirm(offset);
            batch = batch(limit, now);
            if (batch.isEmpty() && timeout > 0) {
                waiting = poll;
            }
        }
        if (older != null) {
            older.future.completeExceptionally(new Refusal(409, CONFLICT));
        }
        if (!batch.isEmpty() || timeout <= 0) {
            poll.future.complete(batch);
        }
        return poll.future
                .completeOnTimeout(List.of(), timeout, TimeUnit.SECONDS)
                .whenComplete((updates, error) -> forget(poll));
    }

    /** Lets a waiting poll go with nothing. */
    void release() {
        @Nullable Poll released;
        synchronized (this) {
            released = waiting;
            waiting = null;
        }
        if (released != null) {
            released.future.complete(List.of());
        }
    }

    /** Forgets what nobody has confirmed. */
    synchronized void drop() {
        entries.clear();
    }

    synchronized long next() {
        return next;
    }

    /** Goes on with this number where it is higher. */
    synchronized void startAt(long number) {
        next = Math.max(next, number);
    }

    synchronized int size() {
        return entries.size();
    }

    private synchronized void forget(Poll poll) {
        if (waiting == poll) {
            waiting = null;
        }
    }

    private void confirm(long offset) {
        if (offset < 0) {
            while (entries.size() > -offset) {
                entries.removeFirst();
            }
        }
        // an offset of an earlier run, beyond all that was ever given here, confirms nothing
        while (offset > 0 && offset <= next && !entries.isEmpty() && entries.getFirst().id < offset) {
            entries.removeFirst();
        }
    }

    private List<JsonNode> batch(int limit, long now) {
        List<JsonNode> batch = new ArrayList<>();
        Iterator<Entry> each = entries.iterator();
        while (each.hasNext() && batch.size() < limit) {
            Entry entry = each.next();
            if (entry.expires <= now) {
                each.remove();
            } else {
                batch.add(entry.update);
            }
        }
        return batch;
    }
}
