package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RehearsalClockTest {

    private final SettableClock machine = new SettableClock();
    private final RehearsalClock clock = new RehearsalClock(machine);
    private final Instant start = clock.instant();

    @Test
    void passesLikeTheMachinesAtFirst() {
        machine.pass(Duration.ofSeconds(5));

        assertThat(clock.instant()).isEqualTo(machine.instant()).isEqualTo(start.plusSeconds(5));
    }

    @Test
    void passesFasterFromTheMomentItIsTold() {
        machine.pass(Duration.ofSeconds(5));
        clock.speed(60);
        machine.pass(Duration.ofSeconds(2));

        assertThat(clock.instant()).isEqualTo(start.plusSeconds(5 + 2 * 60));

        clock.speed(1);
        machine.pass(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(start.plusSeconds(5 + 2 * 60 + 1));
    }

    @Test
    void isPutForward() {
        clock.speed(10);
        clock.pass(Duration.ofMinutes(3));
        machine.pass(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(start.plusSeconds(180 + 10));
    }

    @Test
    void keepsToItsSpeeds() {
        clock.speed(0);
        assertThat(clock.speed()).isEqualTo(1);

        clock.speed(61);
        assertThat(clock.speed()).isEqualTo(RehearsalClock.FASTEST);
    }

    @Test
    void doesNotGoBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.pass(Duration.ofSeconds(-1)));
    }
}
