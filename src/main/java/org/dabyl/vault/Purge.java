package org.dabyl.vault;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dabyl.store.Life;
import org.dabyl.store.RedisTrouble;
import org.dabyl.timetable.Tick;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Ends, every minute, the lives that Redis does not end by itself. */
@Component
public class Purge implements Tick {

    /** How late it may be before the program's health says so. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Purge.class);

    private final ObjectProvider<Expiring> expiring;
    private final Clock clock;
    private final Set<Life> stuck = EnumSet.noneOf(Life.class);

    Purge(ObjectProvider<Expiring> expiring, Clock clock) {
        this.expiring = expiring;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** One kind that is in trouble holds up no other. */
    @Override
    public void tick() {
        for (Expiring some : kinds()) {
            try {
                some.purge(clock.instant());
                stuck.remove(some.life());
            } catch (RuntimeException e) {
                // said once; a trouble of Redis is said by its health
                if (!RedisTrouble.isOne(e) && stuck.add(some.life())) {
                    LOG.warn("{} could not be purged, is tried on: {}", name(some.life()), RedisTrouble.words(e));
                }
            }
        }
    }

    /** What should be gone by now, by its kind, and how much of it. */
    SortedMap<String, Long> overdue() {
        SortedMap<String, Long> overdue = new TreeMap<>();
        for (Expiring some : kinds()) {
            long many = some.overdue(clock.instant().minus(GRACE));
            if (many > 0) {
                overdue.put(name(some.life()), many);
            }
        }
        return overdue;
    }

    private List<Expiring> kinds() {
        return expiring.stream().toList();
    }

    private static String name(Life life) {
        return life.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
