package org.dabyl.timetable;

import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has Quartz call every tick of the program once the program is ready. {@code dabyl.timetable.enabled=false} stops the clocks. */
@Component
@ConditionalOnBooleanProperty(name = "dabyl.timetable.enabled", matchIfMissing = true)
final class Clockwork {

    private final Scheduler quartz;
    private final ObjectProvider<Tick> ticks;
    private final Faults faults;

    Clockwork(Scheduler quartz, ObjectProvider<Tick> ticks, Faults faults) {
        this.quartz = quartz;
        this.ticks = ticks;
        this.faults = faults;
    }

    @EventListener(ApplicationReadyEvent.class)
    void wind() throws SchedulerException {
        for (Tick tick : ticks) {
            quartz.scheduleJob(job(tick), trigger(tick));
        }
    }

    private JobDetail job(Tick tick) {
        JobDataMap data = new JobDataMap();
        data.put(TickJob.TICK, tick);
        data.put(TickJob.FAULTS, faults);
        return JobBuilder.newJob(TickJob.class).setJobData(data).build();
    }

    private static Trigger trigger(Tick tick) {
        return TriggerBuilder.newTrigger()
                .startNow()
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(tick.every().toMillis())
                        .repeatForever()
                        // ticks that were missed are not caught up with
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
