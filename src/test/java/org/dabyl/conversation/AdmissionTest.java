package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestFleet;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class AdmissionTest {

    private static final Address PERSON = TestFleet.person(1, 1);

    private final QuotaSettings settings = new QuotaSettings(
            20, 40, 100, Duration.ofSeconds(1), 200, 1000, 5000, Duration.ofMillis(50), 20_000, Duration.ofMillis(500));
    private final Admission admission =
            new Admission(new Quota(TestRedis.template(), settings), settings, Clock.systemUTC());

    @Test
    void whoAnswersChangesTheirMindAddsAWordAndLooksIsNotTooFast() {
        assertThat(IntStream.range(0, 6).mapToObj(n -> admission.hasty(PERSON, n + 1, false)))
                .containsExactly(false, false, false, false, false, true);
    }

    @Test
    void whileOthersOnlyWaitThereIsTwiceTheTime() {
        assertThat(IntStream.range(0, 11).mapToObj(n -> admission.hasty(PERSON, n + 1, true)))
                .endsWith(false, true);
    }
}
