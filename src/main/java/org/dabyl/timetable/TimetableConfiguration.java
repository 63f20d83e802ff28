package org.dabyl.timetable;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Provides the clock that everything reads; a bean of a test takes precedence. */
@Configuration(proxyBeanMethods = false)
class TimetableConfiguration {

    @Bean
    @Fallback
    Clock systemClock() {
        return Clock.systemUTC();
    }
}
