package org.dabyl.panic;

import java.time.Duration;
import java.util.List;
import org.dabyl.store.Script;
import org.dabyl.timetable.Timetable;
import org.dabyl.vault.Wipe;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Looks four times a second, on every instance, whether everything is locked or to be wiped; before anybody is heard, and to the end. */
@Component
final class Watch implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int RECONCILE = 4;

    @SuppressWarnings("rawtypes")
    private static final Script<List> LOOK = Script.beside(Watch.class, "look.lua", List.class);

    private final StringRedisTemplate redis;
    private final Lockdown lockdown;
    private final Wipe wipe;
    private volatile boolean running;

    Watch(StringRedisTemplate redis, Lockdown lockdown, Wipe wipe) {
        this.redis = redis;
        this.lockdown = lockdown;
        this.wipe = wipe;
    }

    @Override
    public void start() {
        look();
        lockdown.reconcile();
        running = true;
        Thread.ofVirtual().name("panic").start(this::watch);
    }

    private void watch() {
        try {
            for (int n = 1; running; n++) {
                Thread.sleep(EVERY);
                look(n);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(int n) {
        try {
            look();
            if (n % RECONCILE == 0) {
                lockdown.reconcile();
            }
        } catch (RuntimeException e) {
            // Redis is away, which others say; what was true last holds until it is back
        }
    }

    private void look() {
        List<?> seen = LOOK.run(redis, List.of(Timetable.LOCKED, Wipe.WIPED), wipe.token());
        lockdown.saw(seen.getFirst().equals(1L));
        if (seen.getLast().equals(1L)) {
            wipe.begin();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
