package org.dabyl.telegram;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs a task on the thread that brings it: whoever calls Telegram waits for the answer anyway, on a thread of its own. */
final class InPlace extends AbstractExecutorService {

    private volatile boolean shutdown;

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    /** Nothing to wait for: what runs is its caller's. */
    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
        return true;
    }
}
