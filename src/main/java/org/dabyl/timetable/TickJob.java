package org.dabyl.timetable;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dabyl.store.RedisTrouble;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a {@link Tick}, never two of the same at once. */
@DisallowConcurrentExecution
final class TickJob implements Job {

    static final String TICK = "tick";

    /** Whether the last call failed, so that a trouble is said once. */
    static final String FAILING = "failing";

    private static final Logger LOG = LoggerFactory.getLogger(TickJob.class);

    @Override
    public void execute(JobExecutionContext context) {
        Tick tick = (Tick) Objects.requireNonNull(context.getMergedJobDataMap().get(TICK));
        AtomicBoolean failing = (AtomicBoolean)
                Objects.requireNonNull(context.getMergedJobDataMap().get(FAILING));
        try {
            tick.tick();
            failing.set(false);
        } catch (RuntimeException e) {
            // a trouble of Redis is said by its health, once for all who meet it
            if (!RedisTrouble.isOne(e) && !failing.getAndSet(true)) {
                LOG.warn("tick {} fails: {}; trying on", tick.getClass().getSimpleName(), RedisTrouble.words(e));
            }
        }
    }
}
