package org.dabyl.delivery;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
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

    private final BotId bot;
    private final Slots slots;
    private final Messenger messenger;
    private final Revocations revocations;
    private final BiConsumer<Edit, Outcome> done;
    private final Edits edits = new Edits();

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
            while (edits.more()) {
                String slot = UUID.randomUUID().toString();
                if (granted(slot)) {
                    // taken only now: what came while it waited for the slot is newer
                    send(slot, edits.take());
                } else {
                    Thread.sleep(TRY_AGAIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean granted(String slot) throws InterruptedException {
        try {
            return !revocations.contain(bot) && slots.await(bot, Rank.EDIT, slot, System.nanoTime(), edits::oldest);
        } catch (RuntimeException e) {
            LOG.warn("Edits of bot {} wait: {}", bot.value(), e.getClass().getName());
            return false;
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
            outcome = slots.call(bot, slot, () -> messenger.edit(place.chat(), place.message(), edit.content()));
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
