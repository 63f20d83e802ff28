package org.dabyl.telegram;

import java.time.Duration;
import org.dabyl.store.RedisTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step done again and again on a thread of its own until it is stopped. What goes wrong is said once by its class, for its
 * message may name people, waited out, and tried again.
 */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** What is done; ends the thread by an {@link InterruptedException} only. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }

    private final String name;
    private final Step step;
    private final Backoff backoff;
    private final Thread thread;
    private volatile boolean stopped;
    private boolean failing;

    private Worker(String name, Step step, Backoff backoff) {
        this.name = name;
        this.step = step;
        this.backoff = backoff;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    static Worker start(String name, Step step, Backoff backoff) {
        Worker worker = new Worker(name, step, backoff);
        worker.thread.start();
        return worker;
    }

    /** Ends it, also in the middle of a wait; returns when it has ended, or after 2 s. */
    void stop() {
        stopped = true;
        thread.interrupt();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped) {
                attempt();
            }
        } catch (InterruptedException e) {
            // stopped
        }
    }

    private void attempt() throws InterruptedException {
        try {
            step.run();
            failing = false;
            backoff.reset();
        } catch (RuntimeException | StackOverflowError e) {
            if (stopped) {
                return;
            }
            // a trouble of Redis is said by its health, once for all who meet it
            if (!failing && !RedisTrouble.isOne(e)) {
                failing = true;
                LOG.warn("{} failed ({}); trying on", name, RedisTrouble.words(e));
            }
            Thread.sleep(backoff.next());
        }
    }
}
