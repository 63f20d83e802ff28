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

/** After a failover the program talks to a read-only replica for a while: sending stops, says so once, and goes on. */
@ExtendWith(OutputCaptureExtension.class)
class RedisReadOnlyTest {

    private static final String TROUBLE = "Redis is a read-only replica. Let SPRING_DATA_REDIS_URL name the master";

    @AfterEach
    void promote() {
        redis().say("REPLICAOF NO ONE");
    }

    @Test
    void whatIsPressedMeanwhileIsTurnedAwayAndTheBroadcastGoesOnAfterwards(CapturedOutput log) {
        Broadcast alert = new Broadcast(town(), "ulzhan-2", 120);
        Broadcast refused = new Broadcast(town(), "tastak", 1);
        alert.begin().isUnderWay();

        redis().say("REPLICAOF 127.0.0.1 " + OwnRedis.freePort());
        refused.begin();
        await().until(() -> refused.organiser().toast().contains("try again"));
        assertThat(Health.of(town(), "store")).contains("DOWN", "read-only replica");
        await().atMost(Duration.ofSeconds(30)).until(() -> log.getAll().contains(TROUBLE));
        redis().say("REPLICAOF NO ONE");

        alert.reachesEverybody(Duration.ofSeconds(45));
        refused.organiser().writes("/help").waitFor("/alert");
        assertThat(refused.reached()).isZero();
        await().atMost(Duration.ofSeconds(30)).until(() -> log.getAll().contains("Well again"));
        assertThat(log.getAll())
                .containsOnlyOnce(TROUBLE)
                .containsOnlyOnce("Well again, it was: Redis is a read-only replica");
    }
}
