package org.dabyl.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dabyl.delivery.BotId;

/** Does something for several bots at once, so that one that must wait holds up none of the others. */
final class EachBot {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /**
     * Whether all said yes. A bot that takes longer than a second goes on by itself, is left out meanwhile, and counts as no.
     *
     * @param what tells what is done from what else may be done at the same time
     */
    boolean all(String what, Map<BotId, Supplier<Boolean>> work) {
        if (work.size() == 1) {
            return work.values().iterator().next().get();
        }
        List<CompletableFuture<Boolean>> started = new ArrayList<>();
        boolean all = true;
        for (Map.Entry<BotId, Supplier<Boolean>> one : work.entrySet()) {
            String name = what + " " + one.getKey().value();
            if (busy.add(name)) {
                started.add(start(name, one.getValue()));
            } else {
                all = false;
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (CompletableFuture<Boolean> one : started) {
            all &= await(one, end);
        }
        return all;
    }

    private CompletableFuture<Boolean> start(String name, Supplier<Boolean> work) {
        return CompletableFuture.supplyAsync(work, Thread::startVirtualThread)
                .whenComplete((done, trouble) -> busy.remove(name));
    }

    private static boolean await(CompletableFuture<Boolean> one, long end) {
        try {
            // not a copy's result: what takes longer must not be cut off
            return one.copy()
                    .completeOnTimeout(false, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
