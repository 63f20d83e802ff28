package org.dabyl.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the screens of the crowd tell of a morning: whom a call reached, and when first, who heard of its end, who is home. */
final class Gathering {
    private static final String LINK = "/start d_";

    private final Clock clock;
    private final Map<Long, Circle> homes = new ConcurrentHashMap<>();
    private final Map<Long, Circle> called = new ConcurrentHashMap<>();
    private final Map<Circle, Instant> firsts = new EnumMap<>(Circle.class);
    private final Set<Long> told = ConcurrentHashMap.newKeySet();
    private final Map<Long, Integer> asked = new ConcurrentHashMap<>();
    private final Set<Long> home = ConcurrentHashMap.newKeySet();
    private volatile boolean watching;
    private volatile boolean over;

    Gathering(Clock clock) {
        this.clock = clock;
    }

    /** Forgets an earlier morning, and looks from now on. */
    void watch() {
        synchronized (firsts) {
            firsts.clear();
        }
        called.clear();
        told.clear();
        asked.clear();
        home.clear();
        over = false;
        watching = true;
    }

    void rest() {
        watching = false;
    }

    /** From now on a message without buttons tells that it is over, and one with a single button asks whether they are home. */
    void end() {
        over = true;
    }

    /** Called while the bot is served: does little. */
    void notice(Change change) {
        @Nullable Message message = change.message();
        if (message == null || change.chat() < Crowd.FIRST) {
            return;
        }
        if (!message.fromBot()) {
            settle(change.chat(), message.content().text());
        } else if (watching) {
            look(change, message);
        }
    }

    private void settle(long chat, String text) {
        if (text.startsWith(LINK)) {
            Circle.of(text.substring(LINK.length())).ifPresent(circle -> homes.put(chat, circle));
        }
    }

    private void look(Change change, Message message) {
        long chat = change.chat();
        int rows = Behaviour.rows(message).size();
        if (change.kind() == Change.Kind.EDIT) {
            if (Integer.valueOf(message.id()).equals(asked.get(chat))) {
                home.add(chat);
            }
        } else if (rows > 1) {
            call(chat);
        } else if (over && rows == 1) {
            asked.put(chat, message.id());
        } else if (over && rows == 0 && called.containsKey(chat)) {
            told.add(chat);
        }
    }

    private void call(long chat) {
        @Nullable Circle circle = homes.get(chat);
        if (circle != null && called.putIfAbsent(chat, circle) == null) {
            synchronized (firsts) {
                firsts.putIfAbsent(circle, clock.instant());
            }
        }
    }

    /** When the first of them was called; empty before. */
    Optional<Instant> first(Circle circle) {
        synchronized (firsts) {
            return Optional.ofNullable(firsts.get(circle));
        }
    }

    int called(Circle circle) {
        return (int) called.values().stream().filter(circle::equals).count();
    }

    int called() {
        return called.size();
    }

    int told() {
        return told.size();
    }

    int asked() {
        return asked.size();
    }

    int home() {
        return home.size();
    }
}
