package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.OwnRedis.town;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telegram answers errors of its own for a while, as JSON and as pages of a gateway: it is tried again, and nobody is lost. */
class TelegramErrorsTest {

    @AfterEach
    void calm() {
        town().telegram().works();
    }

    @Test
    void everybodyIsReachedOnceInTheEnd() {
        Broadcast alert = new Broadcast(town(), "shanyrak-2", 60);
        alert.begin().isUnderWay();
        town().telegram().fails(Map.of("method", "sendMessage", "status", 500, "times", 10));
        town().telegram().fails(Map.of("method", "sendMessage", "status", 502, "html", true, "for_ms", 2000));

        alert.reachesEverybody(Duration.ofSeconds(30));
        assertThat(alert.duplicates()).isZero();
        assertThat(alert.registered()).isEqualTo(60);
        alert.organiser().waitFor("Sent: 60 of 60");
    }
}
