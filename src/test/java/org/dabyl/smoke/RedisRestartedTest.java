package org.dabyl.smoke;

import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.OwnRedis.redis;
import static org.dabyl.smoke.OwnRedis.town;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Redis is killed and started again in the middle of a broadcast: the broadcast goes on by itself. */
class RedisRestartedTest {

    @Test
    void theBroadcastGoesOnAndReachesEverybody() {
        Broadcast alert = new Broadcast(town(), "karasu", 120);
        alert.begin().isUnderWay();

        redis().dies();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Health.of(town(), "store").matches(".*DOWN.*Redis (cannot be reached|does not answer).*"));
        redis().comesBack();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Health.of(town(), "store").contains("UP"));

        alert.reachesEverybody(Duration.ofSeconds(45));
        alert.organiser().waitFor("Sent: 120 of 120");
    }
}
