package org.dabyl.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One chat of one bot: its newest messages, its keyboard and whether the bot may write there. Its own lock guards it. */
final class Chat {
    /** How many messages a chat usually keeps; a test that counts what arrived counts only these. */
    static final int MEMORY = 50;

    private static final int TOASTS = 5;

    /** A short notice over the chat, or a box to be closed: the bot's answer to a press. */
    record Toast(String query, String text, boolean alert) {}

    final long id;
    final String type;
    final String title;
    final @Nullable Person person;
    private final int memory;
    private final Bucket bucket = new Bucket();
    private final @Nullable Pace minute;
    private final List<Message> messages = new ArrayList<>(2);
    private final List<Toast> toasts = new ArrayList<>(0);
    final Members members = new Members();
    private @Nullable JsonNode keyboard;
    private volatile long movedTo;
    private boolean blocked;

    /** The chat of a person with the bot. */
    Chat(Person person) {
        this.id = person.id;
        this.type = "private";
        this.title = person.firstName;
        this.person = person;
        this.memory = person.memory;
        this.minute = null;
    }

    /** A group, supergroup or channel; its id is negative. */
    Chat(long id, String type, String title, int perMinute) {
        this.id = id;
        this.type = type;
        this.title = title;
        this.person = null;
        this.memory = MEMORY;
        this.minute = new Pace(perMinute, 60_000_000);
    }

    synchronized void add(Message message) {
        if (messages.size() >= memory) {
            messages.removeFirst();
        }
        messages.add(message);
    }

    synchronized boolean holds(Content content) {
        return messages.stream().anyMatch(m -> m.fromBot() && m.content().equals(content));
    }

    synchronized Optional<Message> message(int messageId) {
        OptionalInt place = place(messageId);
        return place.isPresent() ? Optional.of(messages.get(place.getAsInt())) : Optional.empty();
    }

    /** Changes a message in one step, and returns the new one; empty where it is not there. */
    synchronized Optional<Message> change(int messageId, UnaryOperator<Message> change) {
        OptionalInt place = place(messageId);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Message changed = change.apply(messages.get(place.getAsInt()));
        messages.set(place.getAsInt(), changed);
        return Optional.of(changed);
    }

    synchronized boolean remove(int messageId) {
        return messages.removeIf(message -> message.id() == messageId);
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    synchronized void toast(Toast toast) {
        if (toasts.size() >= TOASTS) {
            toasts.removeFirst();
        }
        toasts.add(toast);
    }

    synchronized List<Toast> toasts() {
        return List.copyOf(toasts);
    }

    synchronized @Nullable JsonNode keyboard() {
        return keyboard;
    }

    synchronized void keyboard(@Nullable JsonNode newKeyboard) {
        keyboard = newKeyboard;
    }

    /** Seconds to wait before this chat takes a message of the bot; 0 for none. */
    synchronized int take(LongSupplier micros, Limits limits) {
        if (minute != null) {
            return minute.take(micros);
        }
        return limits.chatBurst() == 0 ? 0 : bucket.take(micros.getAsLong(), limits.chatBurst());
    }

    synchronized boolean isBlocked() {
        return blocked;
    }

    /** Blocks or unblocks the bot here; returns whether that changed anything. */
    synchronized boolean block(boolean block) {
        boolean changed = blocked != block;
        blocked = block;
        return changed;
    }

    /** The supergroup that this group has become; 0 for none. */
    long movedTo() {
        return movedTo;
    }

    void moveTo(long id) {
        movedTo = id;
    }

    boolean isPrivate() {
        return person != null;
    }

    private OptionalInt place(int messageId) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (messages.get(i).id() == messageId) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
