package org.dabyl.timetable;

import java.util.Objects;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** One call of a {@link Tick}, never two of the same at once. */
@DisallowConcurrentExecution
final class TickJob implements Job {

    static final String TICK = "tick";

    static final String FAULTS = "faults";

    @Override
    public void execute(JobExecutionContext context) {
        Tick tick = (Tick) Objects.requireNonNull(context.getMergedJobDataMap().get(TICK));
        Faults faults =
                (Faults) Objects.requireNonNull(context.getMergedJobDataMap().get(FAULTS));
        String work = "tick " + tick.getClass().getSimpleName();
        try {
            tick.tick();
            faults.over(work);
        } catch (RuntimeException e) {
            faults.met(work, e);
        }
    }
}
