package org.dabyl.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The edits of one bot that wait for the pace, and nobody for them: the newest content of a message wins.
 *
 * <p>In memory only. Accepted risk: a crash, or more than {@value #MOST} at once, leaves a card with an older look; what was
 * answered is in Redis, and the toast has told the person.
 */
final class Edits {

    static final int MOST = 4_000;

    /** One message. */
    record Place(Address chat, long message) {}

    /**
     * What a message is to look like.
     *
     * @param content asked when it is sent; empty where there is nothing to show any more
     * @param tries how often it was tried already
     * @param since when the message first had to change, by {@link System#nanoTime()}
     */
    record Edit(Place place, Supplier<Optional<Message>> content, int tries, long since) {}

    private final Map<Place, Edit> waiting = new LinkedHashMap<>();
    private final Set<Place> flying = new HashSet<>();
    private final Set<Address> held = new HashSet<>();
    private boolean served;

    /** Adds an edit; whether somebody has to start taking. */
    synchronized boolean add(Edit edit) {
        // newer content keeps the place of the older one in the row, and its time
        waiting.merge(
                edit.place(),
                edit,
                (older, newer) -> new Edit(newer.place(), newer.content(), newer.tries(), older.since()));
        if (waiting.size() > MOST) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        return serve();
    }

    /** What this message is to look like, which is then under way; null where it was forgotten. */
    synchronized @Nullable Edit take(Place place) {
        Edit edit = waiting.remove(place);
        if (edit != null) {
            flying.add(place);
        }
        return edit;
    }

    /** How long the first of those that may be taken has waited; nothing where there is none. */
    synchronized Duration oldest() {
        return waiting.values().stream()
                .filter(edit -> mayBeTaken(edit.place()))
                .findFirst()
                .map(edit -> Duration.ofNanos(System.nanoTime() - edit.since()))
                .orElse(Duration.ZERO);
    }

    /** Those to take, the longest waiting first, at most so many: not under way in an older form, and of chats that are not held. */
    synchronized List<Place> ready(int most) {
        List<Place> ready =
                waiting.keySet().stream().filter(this::mayBeTaken).limit(most).toList();
        // where there is none, the taking ends
        served = !ready.isEmpty();
        return ready;
    }

    /** Lets the edits of a chat wait; false where they do already. */
    synchronized boolean hold(Address chat) {
        return held.add(chat);
    }

    /** Ends that. Whether somebody has to start taking. */
    synchronized boolean release(Address chat) {
        held.remove(chat);
        return serve();
    }

    /** It was tried; comes again where it must, unless there is newer content. Whether somebody has to start taking. */
    synchronized boolean landed(Edit edit, boolean again) {
        flying.remove(edit.place());
        if (again) {
            waiting.putIfAbsent(edit.place(), new Edit(edit.place(), edit.content(), edit.tries() + 1, edit.since()));
        }
        return serve();
    }

    private boolean serve() {
        boolean idle = !served && waiting.keySet().stream().anyMatch(this::mayBeTaken);
        served |= idle;
        return idle;
    }

    private boolean mayBeTaken(Place place) {
        return !flying.contains(place) && !held.contains(place.chat());
    }
}
