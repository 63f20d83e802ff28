package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.OwnRedis.town;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telegram answers late: slower, and nobody twice. */
class TelegramSlowTest {

    private static final Duration DELAY = Duration.ofSeconds(Integer.getInteger("dabyl.delay", 10));

    @AfterEach
    void calm() {
        town().telegram().works();
    }

    @Test
    void everybodyIsReachedOnce() {
        Broadcast alert = new Broadcast(town(), "aygerim", 60);
        alert.begin().isUnderWay();
        town().telegram()
                .fails(Map.of("method", "sendMessage", "kind", "delay", "delay_ms", DELAY.toMillis(), "for_ms", 4000));

        alert.reachesEverybody(Duration.ofSeconds(40));
        alert.organiser().waitFor("Sent: 60 of 60");
        assertThat(alert.duplicates()).isZero();
        assertThat(alert.registered()).isEqualTo(60);
    }
}
