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

/** Redis has no memory left: what was accepted goes on, what is new is turned away and does not happen later; all can be locked. */
@ExtendWith(OutputCaptureExtension.class)
class RedisFullTest {

    @AfterEach
    void empty() {
        redis().say("CONFIG SET maxmemory 0");
    }

    @Test
    void anAcceptedAlertGoesOnAndANewOneIsTurnedAway(CapturedOutput log) {
        Broadcast accepted = new Broadcast(town(), "kokkaynar", 60);
        Broadcast refused = new Broadcast(town(), "jetysu", 1);
        accepted.begin().isUnderWay();

        redis().say("CONFIG SET maxmemory 1");
        refused.begin();
        await().until(() -> refused.organiser().toast().contains("try again"));
        assertThat(Health.of(town(), "store")).contains("DOWN", "out of memory");
        await().atMost(Duration.ofSeconds(20)).until(() -> log.getAll().contains("takes no more. Raise its maxmemory"));
        accepted.reachesEverybody(Duration.ofSeconds(20));
        assertThat(accepted.duplicates()).isZero();

        redis().say("CONFIG SET maxmemory 0");
        refused.organiser().writes("/help").waitFor("/alert");
        assertThat(refused.reached()).isZero();
        assertThat(Health.of(town(), "store")).contains("UP");
        await().atMost(Duration.ofSeconds(20)).until(() -> log.getAll().contains("Well again"));
        assertThat(log.getAll()).containsOnlyOnce("Redis is out of memory and takes no more.");
    }

    @Test
    void everythingIsLockedAndUnlockedAllTheSame() {
        Phone organiser = town().organiser("en", "bakay");

        redis().say("CONFIG SET maxmemory 1");
        organiser.writes("/panic lock").waitFor("Locked");
        assertThat(Health.of(town(), "panic")).contains("OUT_OF_SERVICE");
        town().owner().writes("/panic unlock").waitFor("Unlocked");
        assertThat(Health.of(town(), "panic")).contains("UP");
    }
}
