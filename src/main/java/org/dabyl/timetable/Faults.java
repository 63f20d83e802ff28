package org.dabyl.timetable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.dabyl.store.RedisTrouble;
import org.dabyl.store.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The health {@code faults}: what work that is tried again and again fails with, and no trouble of Redis explains. Each is said once in
 * the log, until that work goes well or has not been met for two hours, in which another instance may have done it.
 */
@Component("faultsHealthIndicator")
public final class Faults implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final Duration LIFE = Duration.ofHours(2);

    private record Met(String words, Instant at) {}

    private final Clock clock;
    private final Map<String, Met> met = new TreeMap<>();

    public Faults(Clock clock) {
        this.clock = clock;
    }

    /** That some work failed; {@code work} is its name and holds nothing of a person. */
    public synchronized void met(String work, Throwable e) {
        // that one is said by its own health, once for all who meet it
        if (RedisTrouble.isOne(e)) {
            return;
        }
        forget();
        // never its message: it may quote a person
        Trouble fault = RedisTrouble.of(e);
        if (met.put(work, new Met(fault.words(), clock.instant())) == null) {
            LOG.error("{} fails and is tried again: {}. {}", work, fault.words(), fault.remedy());
        }
    }

    /** That it went well. */
    public synchronized void over(String work) {
        if (met.remove(work) != null) {
            LOG.info("{} goes well again", work);
        }
    }

    @Override
    public synchronized Health health() {
        forget();
        Health.Builder health = met.isEmpty() ? Health.up() : Health.down();
        met.forEach((work, fault) -> health.withDetail(work, fault.words()));
        return health.build();
    }

    private void forget() {
        Instant oldest = clock.instant().minus(LIFE);
        met.values().removeIf(fault -> fault.at().isBefore(oldest));
    }
}
