package org.dabyl.timetable;

import java.util.Objects;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call of a {@link Tick}, never two of the same at once. */
@DisallowConcurrentExecution
final class TickJob implements Job {

    static final String TICK = "tick";

    private static final Logger LOG = LoggerFactory.getLogger(TickJob.class);

    @Override
    public void execute(JobExecutionContext context) {
        Tick tick = (Tick) Objects.requireNonNull(context.getMergedJobDataMap().get(TICK));
        try {
            tick.tick();
        } catch (RuntimeException e) {
            LOG.warn(
                    "tick {} failed with {}",
                    tick.getClass().getSimpleName(),
                    e.getClass().getName());
        }
    }
}
