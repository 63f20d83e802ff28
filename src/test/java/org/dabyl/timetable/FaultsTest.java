package org.dabyl.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;

@ExtendWith(OutputCaptureExtension.class)
class FaultsTest {

    private final RuntimeException fault =
            new RedisSystemException("Error in execution", new RedisCommandExecutionException("WRONGTYPE of Dana"));

    private final SettableClock clock = new SettableClock();
    private final Faults faults = new Faults(clock);

    @Test
    void aFaultIsSaidOnceWithoutItsContentAndItsEndOnce(CapturedOutput log) {
        faults.met("step board", fault);
        faults.met("step board", fault);
        assertThat(log.getAll().lines())
                .singleElement()
                .asString()
                .contains("ERROR", "step board", "WRONGTYPE", "report this line")
                .doesNotContain("Dana");
        assertThat(faults.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(faults.health().getDetails()).containsOnlyKeys("step board");

        faults.over("step board");
        faults.over("step board");
        assertThat(log.getAll().lines()).hasSize(2).last().asString().contains("INFO", "step board");
        assertThat(faults.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whatIsNotMetForTwoHoursIsOver() {
        faults.met("step board", fault);
        clock.pass(Duration.ofHours(2));
        assertThat(faults.health().getStatus()).isEqualTo(Status.DOWN);
        clock.pass(Duration.ofMillis(1));
        assertThat(faults.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aTroubleOfRedisIsLeftToItsHealth(CapturedOutput log) {
        faults.met("tick Audit", new RedisConnectionFailureException("refused"));

        assertThat(log.getAll()).isEmpty();
        assertThat(faults.health().getStatus()).isEqualTo(Status.UP);
    }
}
