package org.dabyl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dabyl.store.Ailing;
import org.dabyl.store.Trouble;
import org.dabyl.timetable.Tick;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says in the log what begins to be wrong, with what to do about it, and that it is well again: one line each, however many notice. */
@Component
final class HealthWatch implements Tick {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ObjectProvider<Ailing> parts;

    /** What was said and is still so: remedy to words. */
    private final Map<String, String> said = new LinkedHashMap<>();

    HealthWatch(ObjectProvider<Ailing> parts) {
        this.parts = parts;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void tick() {
        try {
            tell(look());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(List<Trouble> now) {
        for (Trouble trouble : now) {
            if (said.putIfAbsent(trouble.remedy(), trouble.words()) == null) {
                LOG.error("{}. {}", trouble.words(), trouble.remedy());
            }
        }
        said.entrySet().removeIf(before -> {
            boolean over = now.stream().noneMatch(trouble -> trouble.remedy().equals(before.getKey()));
            if (over) {
                LOG.info("Well again, it was: {}", before.getValue());
            }
            return over;
        });
    }

    /** All at once: each may wait for a Redis that does not answer. */
    private List<Trouble> look() throws InterruptedException {
        List<Callable<Optional<Trouble>>> looks = parts.stream()
                .<Callable<Optional<Trouble>>>map(part -> part::trouble)
                .toList();
        List<Trouble> troubles = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Optional<Trouble>> look : threads.invokeAll(looks)) {
                look.get().ifPresent(troubles::add);
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
        return troubles;
    }
}
