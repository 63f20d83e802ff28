package org.dabyl.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dabyl.store.Life;
import org.dabyl.timetable.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PurgeTest {

    private final SettableClock clock = new SettableClock();
    private final Shelf answers = new Shelf(Life.ANSWERS);
    private final Shelf muted = new Shelf(Life.MUTED);
    private final Purge purge = new Purge(provide(answers, muted), clock);
    private final PurgeHealthIndicator health = new PurgeHealthIndicator(purge);

    @Test
    void aPurgeThatIsStuckTurnsTheHealthDownUntilItWorksAgainAndIsSaidOnce(CapturedOutput log) {
        answers.over.addAll(List.of(clock.instant(), clock.instant()));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        answers.stuck = true;
        clock.pass(Duration.ofMinutes(9));
        purge.tick();
        assertThat(health.health().getStatus()).as("it is late, and may be").isEqualTo(Status.UP);
        clock.pass(Duration.ofMinutes(1));
        purge.tick();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails())
                .as("the kind and a number, and nothing else")
                .isEqualTo(Map.of("answers", 2L));
        assertThat(health.trouble()).hasValueSatisfying(trouble -> assertThat(trouble.words())
                .isEqualTo("Kept for longer than it should be: answers"));
        assertThat(log).containsOnlyOnce("answers could not be purged");

        answers.stuck = false;
        purge.tick();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).isEmpty();
        assertThat(health.trouble()).isEmpty();
    }

    @Test
    void oneThatIsStuckHoldsUpNoOther() {
        answers.stuck = true;
        answers.over.add(clock.instant());
        muted.over.add(clock.instant());

        purge.tick();

        assertThat(muted.over).isEmpty();
        assertThat(answers.over).hasSize(1);
    }

    private static ObjectProvider<Expiring> provide(Expiring... kinds) {
        return new ObjectProvider<>() {
            @Override
            public Stream<Expiring> stream() {
                return Stream.of(kinds);
            }
        };
    }

    /** Keeps some things, each until its time. */
    private static final class Shelf implements Expiring {

        private final Life life;
        private final List<Instant> over = new ArrayList<>();
        private boolean stuck;

        Shelf(Life life) {
            this.life = life;
        }

        @Override
        public Life life() {
            return life;
        }

        @Override
        public void purge(Instant now) {
            if (stuck) {
                throw new IllegalStateException("stuck");
            }
            over.removeIf(time -> !time.isAfter(now));
        }

        @Override
        public long overdue(Instant then) {
            return over.stream().filter(time -> !time.isAfter(then)).count();
        }
    }
}
