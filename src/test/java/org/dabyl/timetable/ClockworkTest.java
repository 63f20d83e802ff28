package org.dabyl.timetable;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quartz.Scheduler;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class ClockworkTest {

    @Test
    void aTickThatFailsComesRoundAgainAndIsSaidOnce(CapturedOutput log) {
        try (ConfigurableApplicationContext context = start()) {
            await().atMost(10, SECONDS)
                    .until(() -> context.getBean(Failing.class).calls.get() >= 3);
            Health health = context.getBean(Faults.class).health();
            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails()).containsOnlyKeys("tick Failing");
            assertThat(log.getAll().lines())
                    .filteredOn(line -> line.contains("tick Failing"))
                    .singleElement()
                    .asString()
                    .contains("ERROR", "IllegalStateException", "report this line")
                    .doesNotContain("on purpose");
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
    @Import({Clockwork.class, Faults.class})
    static class Program {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

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
