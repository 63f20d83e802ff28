package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.OwnRedis.redis;
import static org.dabyl.smoke.OwnRedis.town;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Redis answers nothing for a while: people hear "try again", and the broadcast goes on when it answers. */
@ExtendWith(OutputCaptureExtension.class)
class RedisFrozenTest {

    private static final Duration FREEZE = Duration.ofSeconds(Integer.getInteger("dabyl.freeze", 20));

    @AfterEach
    void thaw() {
        redis().thaws();
    }

    @Test
    void whoPressesIsToldAndNobodyIsLost(CapturedOutput log) {
        Broadcast alert = new Broadcast(town(), "ulzhan-1", 120);
        Broadcast refused = new Broadcast(town(), "turksib", 1);
        alert.begin().isUnderWay();

        redis().freezes();
        refused.begin();
        await().atMost(FREEZE).until(() -> refused.organiser().toast().contains("try again"));
        assertThat(Health.of(town(), "store")).contains("DOWN", "Redis does not answer");
        await().during(FREEZE.minusSeconds(12)).atMost(FREEZE).until(() -> refused.reached() == 0);
        redis().thaws();

        alert.reachesEverybody(Duration.ofSeconds(45));
        assertThat(alert.duplicates()).isLessThanOrEqualTo(30);
        refused.organiser().presses("Send");
        refused.reachesEverybody(Duration.ofSeconds(20));
        await().atMost(Duration.ofSeconds(30)).until(() -> log.getAll().contains("Well again"));
        assertThat(log.getAll())
                .containsOnlyOnce("Redis does not answer. Look whether it runs")
                .containsOnlyOnce("Well again, it was: Redis does not answer");
    }
}
