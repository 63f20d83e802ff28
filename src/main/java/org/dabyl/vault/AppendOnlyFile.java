package org.dabyl.vault;

import java.time.Clock;
import java.time.Duration;
import org.dabyl.store.Disk;
import org.dabyl.timetable.Step;
import org.dabyl.timetable.Timetable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Has Redis write its append-only file anew, for that holds what was erased until then: {@value #SOON_MINUTES} minutes after somebody
 * left, once for all who leave in between, and once a day for what expired.
 */
@Component
public class AppendOnlyFile implements Step {

    static final int SOON_MINUTES = 5;
    private static final String LEFT = "left";
    private static final String DAILY = "daily";
    private static final Logger LOG = LoggerFactory.getLogger(AppendOnlyFile.class);

    private final Disk disk;
    private final Timetable timetable;
    private final Clock clock;
    private volatile boolean complained;

    AppendOnlyFile(Disk disk, Timetable timetable, Clock clock) {
        this.disk = disk;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "rewrite";
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        plan(DAILY, Duration.ofDays(1));
    }

    /** Somebody's traces were erased. */
    public void rewriteSoon() {
        plan(LEFT, Duration.ofMinutes(SOON_MINUTES));
    }

    @Override
    public void run(String subject) {
        if (subject.equals(DAILY)) {
            begin();
        }
        try {
            disk.settle();
        } catch (DataAccessException e) {
            refused(String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
        }
    }

    private void refused(String words) {
        if (!words.startsWith("NOPERM") && !words.startsWith("ERR unknown command")) {
            // tried again
            throw new IllegalStateException("the append-only file was not written anew");
        }
        if (!complained) {
            LOG.warn("Redis does not let this program use BGREWRITEAOF: its append-only file keeps what was erased");
        }
        complained = true;
    }

    private void plan(String subject, Duration after) {
        timetable.at(kind(), subject, clock.instant().plus(after));
    }
}
