package org.dabyl.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the leases of what one sender has under way for as long as the process lives: a call that takes long is not sent twice, and
 * what a killed process had under way is sent by another when a short lease is over.
 */
final class Heart {

    /** A lease outlasts three beats that fail. */
    private static final int BEATS_A_LEASE = 4;

    private final BotId bot;
    private final Prolong prolong;
    private final Duration beat;
    private final Set<Lease> flying = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Heart(BotId bot, Prolong prolong) {
        this.bot = bot;
        this.prolong = prolong;
        this.beat = prolong.settings().lease().dividedBy(BEATS_A_LEASE);
    }

    void start() {
        running = true;
        Thread.ofVirtual().name("heart-" + bot.value()).start(this::beat);
    }

    /** Beats on until nothing is under way. */
    void stop() {
        running = false;
    }

    void add(Lease lease) {
        flying.add(lease);
    }

    void remove(Lease lease) {
        flying.remove(lease);
    }

    private void beat() {
        try {
            while (running || !flying.isEmpty()) {
                Thread.sleep(beat);
                prolong(List.copyOf(flying));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void prolong(List<Lease> leases) {
        try {
            if (!leases.isEmpty()) {
                prolong.run(bot, leases);
            }
        } catch (DataAccessException e) {
            // the sender says what is wrong with Redis; the leases may run out, and their messages come twice
        }
    }
}
