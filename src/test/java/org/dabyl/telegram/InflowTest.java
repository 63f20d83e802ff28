package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InflowTest {

    private final AtomicLong nanos = new AtomicLong(7);
    private final Inflow inflow = new Inflow(nanos::get);

    @Test
    void aThousandAtOnceAreAFlood() {
        inflow.came(999);
        assertThat(inflow.floods()).isFalse();
        inflow.came(1);
        assertThat(inflow.floods()).isTrue();
    }

    @Test
    void aHundredASecondAreNone() {
        for (int second = 0; second < 1_000; second++) {
            inflow.came(100);
            pass(1);
        }
        assertThat(inflow.floods()).isFalse();
    }

    @Test
    void whatIsMoreThanTheUsualAddsUp() {
        for (int second = 0; second < 11; second++) {
            inflow.came(200);
            pass(1);
        }
        assertThat(inflow.floods()).isTrue();
    }

    @Test
    void itIsOverAfterAMinuteOfQuietHoweverGreatItWas() {
        inflow.came(1_000_000);
        pass(50);
        assertThat(inflow.floods()).isTrue();
        pass(25);
        assertThat(inflow.floods()).isFalse();
    }

    @Test
    void aSmallOneIsOverSooner() {
        inflow.came(1_000);
        pass(9);
        assertThat(inflow.floods()).isTrue();
        pass(2);
        assertThat(inflow.floods()).isFalse();
        inflow.came(10);
        assertThat(inflow.floods()).isFalse();
    }

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
