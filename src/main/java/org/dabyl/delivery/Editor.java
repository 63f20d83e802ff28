package org.dabyl.delivery;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.dabyl.delivery.Edits.Edit;
import org.dabyl.delivery.Edits.Place;
import org.dabyl.delivery.Reserve.Rank;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the waiting edits of one bot, after everything else that it has to send, or slowly beside it; each chat's at its pace. */
final class Editor {

    private static final Logger LOG = LoggerFactory.getLogger(Editor.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final int TRIES = 3;

    /** Most slots asked for together, so that the script stays short. */
    private static final int MOST_AT_ONCE = 32;

    private final BotId bot;
    private final ChatPace chats;
    private final Slots slots;
    private final Messenger messenger;
    private final Revocations revocations;
    private final BiConsumer<Edit, Outcome> done;
    private final Edits edits = new Edits();
    private final String process = UUID.randomUUID().toString();
    private final AtomicLong number = new AtomicLong();
    private volatile boolean ended;

    /** {@code done} is told what became of each edit in the end. */
    Editor(
            BotId bot,
            ChatPace chats,
            Slots slots,
            Messenger messenger,
            Revocations revocations,
            BiConsumer<Edit, Outcome> done) {
        this.bot = bot;
        this.chats = chats;
        this.slots = slots;
        this.messenger = messenger;
        this.revocations = revocations;
        this.done = done;
    }

    void add(Edit edit) {
        serve(edits.add(edit));
    }

    /** Edits that still wait are lost, as with a process that is killed. */
    void end() {
        ended = true;
    }

    private void serve(boolean needed) {
        if (needed) {
            Thread.ofVirtual().name("edits-" + bot.value()).start(this::work);
        }
    }

    private void work() {
        // those that have their chat's place, and not the bot's yet
        Set<Place> admitted = new LinkedHashSet<>();
        try {
            for (var ready = edits.ready(MOST_AT_ONCE); !ready.isEmpty() && !ended; ready = edits.ready(MOST_AT_ONCE)) {
                if (!sendSome(ready, admitted)) {
                    Thread.sleep(TRY_AGAIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether to go on at once. */
    private boolean sendSome(List<Place> ready, Set<Place> admitted) throws InterruptedException {
        try {
            if (revocations.contain(bot)) {
                return false;
            }
            admit(ready.stream().filter(place -> !admitted.contains(place)).toList(), admitted);
            List<String> wanted =
                    admitted.stream().map(place -> slot()).limit(MOST_AT_ONCE).toList();
            int granted = wanted.isEmpty() ? 0 : slots.await(bot, Rank.EDIT, wanted, System.nanoTime(), edits::oldest);
            Iterator<Place> next = admitted.iterator();
            for (String slot : wanted.subList(0, granted)) {
                // taken only now: what came while it waited for the slots is newer
                send(slot, edits.take(next.next()));
                next.remove();
            }
            return wanted.isEmpty() || granted > 0;
        } catch (RuntimeException | VirtualMachineError e) {
            // also where memory ran out: while these wait, nobody else is started for the bot
            LOG.warn("Edits of bot {} wait: {}", bot.value(), e.getClass().getName());
            return false;
        }
    }

    /** Takes the places of their chats; chats that have none are held. */
    private void admit(List<Place> places, Set<Place> admitted) {
        if (places.isEmpty()) {
            return;
        }
        List<Duration> waits = chats.take(places.stream().map(Place::chat).toList());
        for (int i = 0; i < places.size(); i++) {
            if (waits.get(i).isZero()) {
                admitted.add(places.get(i));
            } else {
                hold(places.get(i).chat(), waits.get(i));
            }
        }
    }

    private void hold(Address chat, Duration time) {
        if (edits.hold(chat)) {
            Thread.ofVirtual().name("edits-" + bot.value()).start(() -> {
                try {
                    Thread.sleep(time);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                serve(edits.release(chat));
            });
        }
    }

    private String slot() {
        return process + "-" + number.incrementAndGet();
    }

    private void send(String slot, @Nullable Edit edit) {
        if (edit == null) {
            slots.free(bot, slot);
            return;
        }
        boolean started = false;
        try {
            Thread.ofVirtual().start(() -> send(slot, edit, edit.place()));
            started = true;
        } finally {
            if (!started) {
                slots.free(bot, slot);
                edits.landed(edit, true);
            }
        }
    }

    private void send(String slot, Edit edit, Place place) {
        Outcome outcome = new Outcome.Unknown();
        Optional<Message> content = Optional.empty();
        try {
            content = edit.content().get();
            outcome = content.isEmpty() ? new Outcome.Missed() : call(slot, place, content.get());
        } catch (RuntimeException | VirtualMachineError e) {
            LOG.warn("An edit of bot {} waits: {}", bot.value(), e.getClass().getName());
        } finally {
            if (content.isEmpty()) {
                slots.free(bot, slot);
            }
            boolean again =
                    outcome instanceof Outcome.Wait || (outcome instanceof Outcome.Unknown && edit.tries() + 1 < TRIES);
            serve(edits.landed(edit, again));
            if (!again) {
                done.accept(edit, outcome);
            }
        }
    }

    private Outcome call(String slot, Place place, Message content) {
        return slots.call(bot, slot, () -> messenger.edit(place.chat(), place.message(), content));
    }
}
