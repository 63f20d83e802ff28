package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.OwnRedis.town;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telegram says 429 again and again, each time for longer: it is obeyed, and everybody has the card in the end. */
class TelegramTooManyRequestsTest {

    @AfterEach
    void calm() {
        town().telegram().works();
    }

    @Test
    void eachWaitIsKeptAndNobodyIsLost() {
        Broadcast alert = new Broadcast(town(), "shanyrak-1", 60);
        alert.begin().isUnderWay();
        for (int wait = 1; wait <= 3; wait++) {
            town().telegram().fails(Map.of("method", "sendMessage", "status", 429, "retry_after", wait, "times", 1));
        }
        Instant storm = Instant.now();
        alert.reachesEverybody(Duration.ofSeconds(30));
        assertThat(Duration.between(storm, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
        assertThat(alert.duplicates()).isZero();
        assertThat(alert.registered()).isEqualTo(60);
    }
}
