package org.dabyl.delivery;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dabyl.delivery.Release.Call;
import org.dabyl.delivery.Release.Used;
import org.dabyl.delivery.Reserve.Rank;
import org.dabyl.delivery.Reserve.Reserved;
import org.dabyl.delivery.SentMessages.Note;
import org.dabyl.store.Together;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The slots of the pace that answers, boards and edits take. One of each rank at a time asks for a bot's, so that they leave in order. */
final class Slots {

    private static final Logger LOG = LoggerFactory.getLogger(Slots.class);

    /** An answer that is older answers nothing. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Slots come free earlier than Redis knows when a call under way is answered. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Reserve reserve;
    private final Together<BotId, Used, Boolean> returns;
    private final Latency latency;

    private record Queue(BotId bot, Rank rank) {}

    private final Map<Queue, Semaphore> queues = new ConcurrentHashMap<>();

    Slots(Reserve reserve, Release release, Latency latency) {
        this.reserve = reserve;
        this.returns = new Together<>((bot, slots) -> {
            release.run(bot, slots);
            return Collections.nCopies(slots.size(), true);
        });
        this.latency = latency;
    }

    /** Whether the slot was granted in time, counted from {@code start} by {@link System#nanoTime()}. */
    boolean await(BotId bot, Rank rank, String slot, long start) throws InterruptedException {
        return await(bot, rank, List.of(slot), start, () -> Duration.ZERO) > 0;
    }

    /**
     * How many of the slots were granted in time, the first of them.
     *
     * @param waited how long those of its rank have waited
     */
    int await(BotId bot, Rank rank, List<String> slots, long start, Supplier<Duration> waited)
            throws InterruptedException {
        Semaphore queue = queues.computeIfAbsent(new Queue(bot, rank), any -> new Semaphore(1, true));
        queue.acquire();
        try {
            Reserved reserved = reserve.run(bot, slots, rank, waited.get());
            while (!reserved.granted()) {
                if (reserved.next().compareTo(left(start)) > 0) {
                    return 0;
                }
                boolean mayBeSooner = !reserved.paused() && reserved.next().compareTo(LOOK_AGAIN) > 0;
                Thread.sleep(mayBeSooner ? LOOK_AGAIN : reserved.next());
                reserved = reserve.run(bot, slots, rank, waited.get());
            }
            return reserved.slots();
        } finally {
            queue.release();
        }
    }

    /** Calls in a slot that was granted, and gives it back. */
    Outcome call(BotId bot, String slot, Supplier<Outcome> call) {
        return call(bot, slot, call, outcome -> Note.NONE);
    }

    /** The same; what became of it may be noted in the same step. */
    Outcome call(BotId bot, String slot, Supplier<Outcome> call, Function<Outcome, Note> note) {
        Outcome outcome = new Outcome.Unknown();
        try {
            long called = System.nanoTime();
            outcome = call.get();
            latency.saw(Duration.ofNanos(System.nanoTime() - called));
        } finally {
            giveBack(bot, slot, outcome, note.apply(outcome));
        }
        return outcome;
    }

    /** Gives a slot back in which nothing was called: it is free at once. */
    void free(BotId bot, String slot) {
        giveBack(bot, new Used(slot, 0, Duration.ZERO, Call.NONE));
    }

    void giveBack(BotId bot, String slot, Outcome outcome) {
        giveBack(bot, slot, outcome, Note.NONE);
    }

    private void giveBack(BotId bot, String slot, Outcome outcome, Note note) {
        Duration pause = outcome instanceof Outcome.Wait wait ? wait.time() : Duration.ZERO;
        Call call = outcome instanceof Outcome.Unknown ? Call.UNANSWERED : Call.ANSWERED;
        giveBack(bot, new Used(slot, latency.credit(), pause, call, note));
    }

    private void giveBack(BotId bot, Used used) {
        try {
            returns.ask(bot, used);
        } catch (DataAccessException e) {
            // the slot frees itself when its time is over; what was said in it was sent
            LOG.warn(
                    "A slot of bot {} is not given back: {}",
                    bot.value(),
                    e.getClass().getName());
        }
    }

    static Duration left(long start) {
        return PATIENCE.minusNanos(System.nanoTime() - start);
    }
}
