package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private final Latency latency = new Latency();

    @Test
    void nothingIsCreditedBeforeTheFirstCall() {
        assertThat(latency.credit()).isZero();
    }

    @Test
    void fourFifthsOfTheQuickestCallIsCredited() {
        latency.saw(Duration.ofMillis(90));
        latency.saw(Duration.ofMillis(50));
        latency.saw(Duration.ofMillis(70));

        assertThat(latency.credit()).isEqualTo(40_000);
    }

    @Test
    void aQuickCallOfLongAgoIsForgotten() {
        latency.saw(Duration.ofMillis(1));
        for (int i = 0; i < 64; i++) {
            latency.saw(Duration.ofMillis(100));
        }

        assertThat(latency.credit()).isEqualTo(80_000);
    }
}
