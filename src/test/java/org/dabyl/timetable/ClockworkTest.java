package org.dabyl.timetable;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

class ClockworkTest {

    @Test
    void aTickThatFailsComesRoundAgain() {
        try (ConfigurableApplicationContext context = start()) {
            await().atMost(10, SECONDS)
                    .until(() -> context.getBean(Failing.class).calls.get() >= 3);
        }
    }

    @Test
    void noClockTicksWhereTheTimetableIsOff() throws Exception {
        try (ConfigurableApplicationContext context = start("--dabyl.timetable.enabled=false")) {
            assertThat(context.getBean(Scheduler.class).getJobKeys(GroupMatcher.anyGroup()))
                    .isEmpty();
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(Program.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }

    @ImportAutoConfiguration(QuartzAutoConfiguration.class)
    @Import(Clockwork.class)
    static class Program {
        @Bean
        Failing failing() {
            return new Failing();
        }
    }

    static final class Failing implements Tick {
        final AtomicInteger calls = new AtomicInteger();

        @Override
        public Duration every() {
            return Duration.ofMillis(10);
        }

        @Override
        public void tick() {
            calls.incrementAndGet();
            throw new IllegalStateException("on purpose");
        }
    }
}
