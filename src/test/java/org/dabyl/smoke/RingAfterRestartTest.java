package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The program is killed while an alert waits to widen, and started again: the ring is called once. */
@ExtendWith(TestRedis.class)
class RingAfterRestartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aRingIsCalledOnceThoughTheProgramWasKilledBeforeIt() {
        Map<String, String> settings = Map.of(
                "SPRING_DATA_REDIS_HOST", "127.0.0.1",
                "SPRING_DATA_REDIS_PORT", String.valueOf(TestRedis.port()),
                "DABYL_RINGS_AFTER", "15s",
                "DABYL_RECEIVERLEASE", "2s");
        try (Crew crew = new Crew(settings)) {
            Phone owner = crew.owner(2_001);
            Instance first = crew.startReady();
            Phone neighbour = crew.phone(2_002, "en").writes("/start d_dariya").expect("you are registered");
            owner.writes("/alert zerdeli at the bridge").waitFor(Phone.FEW);
            owner.presses("Send").waitFor("Called: own district");

            crew.kill(first);
            assertThat(neighbour.unread()).as("the ring waits").isEmpty();
            crew.startReady();
            // one more that may do it too
            crew.start();

            await().atMost(PATIENCE).until(() -> !neighbour.unread().isEmpty());
            neighbour.expect("your neighbours call for help");
            owner.waitFor("Sent: under 5");
            assertThat(owner.last().text()).contains("Called: own district, neighbours");
            assertThat(neighbour.unread()).isEmpty();
            assertThat(Objects.requireNonNull(TestRedis.template().keys("*ring-1")))
                    .hasSize(1);
        }
    }
}
