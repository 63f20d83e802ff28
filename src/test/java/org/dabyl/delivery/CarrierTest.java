package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CarrierTest {

    @Test
    void theTimeToTheNextAttemptDoublesFromOneToSixtySeconds() {
        assertThat(Carrier.backoff(1)).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
        assertThat(Carrier.backoff(2)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
        assertThat(Carrier.backoff(7)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(75));
        assertThat(Carrier.backoff(1_000_000)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(75));
    }
}
