package org.dabyl.delivery;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
     * @param tries how often it was tried already
     */
    record Edit(Place place, Message content, int tries) {}

    private final Map<Place, Edit> waiting = new LinkedHashMap<>();
    private final Set<Place> flying = new HashSet<>();
    private boolean served;

    /** Adds an edit; whether somebody has to start taking. */
    synchronized boolean add(Edit edit) {
        waiting.put(edit.place(), edit);
        if (waiting.size() > MOST) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        return serve();
    }

    /** The edit that has waited longest and is not under way in an older form; null ends the taking. */
    synchronized @Nullable Edit take() {
        for (Edit edit : waiting.values()) {
            if (flying.add(edit.place())) {
                waiting.remove(edit.place());
                return edit;
            }
        }
        served = false;
        return null;
    }

    /** Whether there is something to take; where not, the taking ends. */
    synchronized boolean more() {
        served = !flying.containsAll(waiting.keySet());
        return served;
    }

    /** It was tried; comes again where it must, unless there is newer content. Whether somebody has to start taking. */
    synchronized boolean landed(Edit edit, boolean again) {
        flying.remove(edit.place());
        if (again) {
            waiting.putIfAbsent(edit.place(), new Edit(edit.place(), edit.content(), edit.tries() + 1));
        }
        return serve();
    }

    private boolean serve() {
        boolean idle = !served && !flying.containsAll(waiting.keySet());
        served |= idle;
        return idle;
    }
}
