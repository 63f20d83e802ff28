package org.dabyl.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Calls Redis once for many: what is asked while a call is under way goes together with the next one. Each call begins after all
 * that it answers was asked, so nobody is told what was true before; who asks alone waits for nobody.
 *
 * @param <P> a place in Redis: what is asked of one goes into one call
 * @param <Q> a question
 * @param <A> its answer
 */
public final class Together<P, Q, A> {

    /** Most in one call, so that a script stays short. */
    private static final int MOST = 64;

    private record Waiting<P, Q, A>(P place, Q question, CompletableFuture<A> answer) {}

    private final BiFunction<P, List<Q>, List<A>> call;
    private final ConcurrentLinkedQueue<Waiting<P, Q, A>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** {@code call} answers at most 64 questions about one place, in their order. */
    public Together(BiFunction<P, List<Q>, List<A>> call) {
        this.call = call;
    }

    /** For a question that many ask alike: one answer is for all of them. */
    public static <P, A> Together<P, P, A> alike(Function<P, A> call) {
        return new Together<>((place, all) -> Collections.nCopies(all.size(), call.apply(place)));
    }

    /** For single fields of hashes; empty where there is none. */
    public static Together<String, String, Optional<String>> fields(StringRedisTemplate redis) {
        return new Together<>((key, fields) -> redis.<String, String>opsForHash().multiGet(key, fields).stream()
                .map(Optional::ofNullable)
                .toList());
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws RuntimeException what the call threw, to all whom it was for: nothing, or all of it, may be done
     */
    public A ask(P place, Q question) {
        Waiting<P, Q, A> mine = new Waiting<>(place, question, new CompletableFuture<>());
        queue.add(mine);
        if (serve(mine.answer::isDone) && !queue.isEmpty()) {
            // whoever has an answer need not wait for those of others
            Thread.ofVirtual().start(() -> serve(() -> false));
        }
        try {
            return mine.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** One of those who wait calls for all; whether this one did. */
    private boolean serve(BooleanSupplier enough) {
        boolean served = false;
        while (!enough.getAsBoolean() && !queue.isEmpty() && busy.compareAndSet(false, true)) {
            served = true;
            try {
                next().forEach(this::answer);
            } finally {
                // who added in between and found it busy relies on the look at the queue that follows
                busy.set(false);
            }
        }
        return served;
    }

    private Map<P, List<Waiting<P, Q, A>>> next() {
        Map<P, List<Waiting<P, Q, A>>> batch = new LinkedHashMap<>();
        @Nullable Waiting<P, Q, A> next = queue.poll();
        for (int n = 1; next != null; n++) {
            batch.computeIfAbsent(next.place, any -> new ArrayList<>()).add(next);
            next = n < MOST ? queue.poll() : null;
        }
        return batch;
    }

    private void answer(P place, List<Waiting<P, Q, A>> batch) {
        try {
            List<A> answers =
                    call.apply(place, batch.stream().map(Waiting::question).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.answer.completeExceptionally(e));
        }
    }
}
