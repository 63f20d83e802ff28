package org.dabyl.timetable;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Provides the clocks: the one that everything reads, for which another bean takes precedence, and that of the machine. */
@Configuration(proxyBeanMethods = false)
public class TimetableConfiguration {

    @Bean
    @Fallback
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean(defaultCandidate = false)
    @MachineTime
    Clock machineClock() {
        return Clock.systemUTC();
    }
}
