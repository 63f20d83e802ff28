package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private final Latency latency = new Latency();

    @Test
    void nothingIsCreditedWhileTheProcessWarmsUp() {
        see(255, 100);

        assertThat(latency.credit()).isZero();
    }

    @Test
    void fourFifthsOfTheQuickestCallLessAMarginIsCredited() {
        see(255, 90);
        latency.saw(Duration.ofMillis(50));

        assertThat(latency.credit()).isEqualTo(37_000);
    }

    @Test
    void aQuickLineIsNeverCredited() {
        see(256, 3);

        assertThat(latency.credit()).isZero();
    }

    @Test
    void aQuickCallOfLongAgoIsForgotten() {
        latency.saw(Duration.ofMillis(1));
        see(256, 100);

        assertThat(latency.credit()).isEqualTo(77_000);
    }

    private void see(int calls, int millis) {
        for (int i = 0; i < calls; i++) {
            latency.saw(Duration.ofMillis(millis));
        }
    }
}
