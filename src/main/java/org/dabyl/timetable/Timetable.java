package org.dabyl.timetable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What is due, when: each step runs once, on any instance, at or after its time.
 *
 * <p>A step may run again where its instance died or stood still for longer than the lease of 10 s, which is prolonged
 * as long as the step runs.
 */
@Component
public final class Timetable {

    /**
     * The sorted set of due steps: member {@code kind|subject}, score ms since 1970. A script in the slot of {@code {dabyl}} may
     * plan a step itself, by {@code ZADD KEY LT ms member}.
     */
    public static final String KEY = "{dabyl}:due";

    /** While this key is there, no step is begun; those under way run to their end. */
    public static final String LOCKED = "{dabyl}:locked";

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration PROLONGING = LEASE.dividedBy(5);
    private static final Duration BACKOFF = Duration.ofSeconds(5);
    private static final long PATIENCE_SECONDS = 10;

    private final Plan plan;
    private final Clock clock;
    private final Faults faults;
    private final SingletonSupplier<Map<String, Step>> steps;
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile long prolonged = System.nanoTime() - PROLONGING.toNanos();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("step-", 0).factory());

    @Autowired
    Timetable(StringRedisTemplate redis, Clock clock, Faults faults, ObjectProvider<Step> steps) {
        this.plan = new Plan(redis, LEASE, BACKOFF);
        this.clock = clock;
        this.faults = faults;
        // asked for late, because steps plan further steps and so need the timetable
        this.steps =
                SingletonSupplier.of(() -> steps.stream().collect(Collectors.toMap(Step::kind, Function.identity())));
    }

    /** Plans a step; of two times for the same kind and subject the earlier one counts. */
    public void at(String kind, String subject, Instant due) {
        plan.at(new Due(kind, subject).member(), due.toEpochMilli());
    }

    /** Takes a step out; one that is running runs to its end. */
    public void cancel(String kind, String subject) {
        plan.cancel(new Due(kind, subject).member());
    }

    /** Whether a step is still to be done: planned, or running somewhere. */
    public boolean planned(String kind, String subject) {
        return plan.holds(new Due(kind, subject).member());
    }

    /** Runs all that is due, also what that plans for now; returns how many steps it ran. */
    public int run() {
        int ran = 0;
        for (List<Future<?>> batch = start(); !batch.isEmpty(); batch = start()) {
            batch.forEach(this::await);
            ran += batch.size();
        }
        return ran;
    }

    /** Starts some of what is due, each step on a thread of its own, and does not wait for it. */
    List<Future<?>> start() {
        List<Future<?>> started = new ArrayList<>();
        if (threads.isShutdown()) {
            return started;
        }
        for (Claim claim : plan.claim(clock.millis())) {
            Running step = new Running(plan, claim);
            running.add(step);
            started.add(threads.submit(() -> run(step)));
        }
        return started;
    }

    /** Keeps the leases of the steps that run here. */
    void prolong() {
        long now = System.nanoTime();
        if (now - prolonged >= PROLONGING.toNanos()) {
            prolonged = now;
            running.forEach(Running::prolong);
        }
    }

    /** Gives running steps 10 s; what is cut off runs again elsewhere after its lease. */
    void stop() {
        threads.shutdown();
        try {
            if (threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    private void run(Running running) {
        try {
            run(Due.of(running.member()), running);
        } finally {
            this.running.remove(running);
        }
    }

    private void run(Due due, Running running) {
        try {
            step(due.kind()).run(due.subject());
            running.done();
            faults.over("step " + due.kind());
        } catch (RuntimeException e) {
            faults.met("step " + due.kind(), e);
            running.failed(clock.millis());
        }
    }

    private Step step(String kind) {
        Step step = steps.obtain().get(kind);
        if (step == null) {
            throw new UnsupportedOperationException("this version has no step " + kind);
        }
        return step;
    }

    private void await(Future<?> step) {
        try {
            step.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // Redis failed too: the lease expires and the step is due again
            faults.met("a step's lease", Objects.requireNonNullElse(e.getCause(), e));
        }
    }
}
