package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.OwnRedis.redis;
import static org.dabyl.smoke.OwnRedis.town;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Redis is killed and started again in the middle of a broadcast: the broadcast goes on by itself. */
@ExtendWith(OutputCaptureExtension.class)
class RedisRestartedTest {

    private static final String AWAY = "Look whether it runs, and the way to it is open";

    @Test
    void theBroadcastGoesOnAndReachesEverybody(CapturedOutput log) {
        Broadcast alert = new Broadcast(town(), "karasu", 120);
        alert.begin().isUnderWay();

        redis().dies();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Health.of(town(), "store").matches(".*DOWN.*Redis (cannot be reached|does not answer).*"));
        await().atMost(Duration.ofSeconds(30)).until(() -> log.getAll().contains(AWAY));
        redis().comesBack();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Health.of(town(), "store").contains("UP"));

        alert.reachesEverybody(Duration.ofSeconds(45));
        alert.organiser().waitFor("Sent: 120 of 120");
        await().atMost(Duration.ofSeconds(30)).until(() -> log.getAll().contains("Well again"));
        assertThat(log.getAll()).containsOnlyOnce(AWAY);
    }
}
