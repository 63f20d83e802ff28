package org.dabyl.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.dabyl.delivery.Edits.Edit;
import org.dabyl.delivery.Reserve.Rank;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the waiting edits of one bot, after everything else that the bot has to send, or slowly beside it. */
final class Editor {

    private static final Logger LOG = LoggerFactory.getLogger(Editor.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final int TRIES = 3;

    /** Most slots asked for together, so that the script stays short. */
    private static final int MOST_AT_ONCE = 32;

    private final BotId bot;
    private final Slots slots;
    private final Messenger messenger;
    private final Revocations revocations;
    private final BiConsumer<Edit, Outcome> done;
    private final Edits edits = new Edits();
    private final String process = UUID.randomUUID().toString();
    private final AtomicLong number = new AtomicLong();

    /** {@code done} is told what became of each edit in the end. */
    Editor(BotId bot, Slots slots, Messenger messenger, Revocations revocations, BiConsumer<Edit, Outcome> done) {
        this.bot = bot;
        this.slots = slots;
        this.messenger = messenger;
        this.revocations = revocations;
        this.done = done;
    }

    void add(Edit edit) {
        serve(edits.add(edit));
    }

    private void serve(boolean needed) {
        if (needed) {
            Thread.ofVirtual().name("edits-" + bot.value()).start(this::work);
        }
    }

    private void work() {
        try {
            for (int ready = edits.ready(MOST_AT_ONCE); ready > 0; ready = edits.ready(MOST_AT_ONCE)) {
                List<String> slots = Stream.generate(this::slot).limit(ready).toList();
                int granted = granted(slots);
                // taken only now: what came while it waited for the slots is newer
                slots.subList(0, granted).forEach(slot -> send(slot, edits.take()));
                if (granted == 0) {
                    Thread.sleep(TRY_AGAIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String slot() {
        return process + "-" + number.incrementAndGet();
    }

    private int granted(List<String> slots) throws InterruptedException {
        try {
            return revocations.contain(bot)
                    ? 0
                    : this.slots.await(bot, Rank.EDIT, slots, System.nanoTime(), edits::oldest);
        } catch (RuntimeException e) {
            LOG.warn("Edits of bot {} wait: {}", bot.value(), e.getClass().getName());
            return 0;
        }
    }

    private void send(String slot, @Nullable Edit edit) {
        if (edit != null) {
            Thread.ofVirtual().start(() -> send(slot, edit, edit.place()));
        }
    }

    private void send(String slot, Edit edit, Edits.Place place) {
        Outcome outcome = new Outcome.Unknown();
        try {
            outcome = slots.call(
                    bot,
                    slot,
                    () -> messenger.edit(
                            place.chat(), place.message(), edit.content().get()));
        } catch (RuntimeException e) {
            LOG.warn("An edit of bot {} waits: {}", bot.value(), e.getClass().getName());
        } finally {
            boolean again =
                    outcome instanceof Outcome.Wait || (outcome instanceof Outcome.Unknown && edit.tries() + 1 < TRIES);
            serve(edits.landed(edit, again));
            if (!again) {
                done.accept(edit, outcome);
            }
        }
    }
}
