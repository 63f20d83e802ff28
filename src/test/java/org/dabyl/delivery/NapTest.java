package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class NapTest {

    private final Nap nap = new Nap();

    @Test
    void anAlarmSetBeforeItCutsItShort() throws InterruptedException {
        nap.wakeIn(Duration.ZERO);

        nap.sleep(Duration.ofHours(1));
    }

    @Test
    void theEarlierAlarmCounts() throws InterruptedException {
        nap.wakeIn(Duration.ofMillis(1));
        nap.wakeIn(Duration.ofHours(1));

        nap.sleep(Duration.ofHours(2));
    }

    @Test
    void anAlarmCountsOnce() throws InterruptedException {
        nap.wakeIn(Duration.ZERO);
        nap.sleep(Duration.ofHours(1));
        long start = System.nanoTime();

        nap.sleep(Duration.ofMillis(20));

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void oneWhoSleepsIsWoken() throws InterruptedException {
        Thread waker = Thread.ofVirtual().start(() -> nap.wakeIn(Duration.ofMillis(5)));

        nap.sleep(Duration.ofHours(1));

        assertThat(waker.join(Duration.ofSeconds(5))).isTrue();
    }
}
