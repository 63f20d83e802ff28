package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.OwnRedis.town;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telegram sends and hangs up before it says so: a second card is the price for never losing one. */
class TelegramResetsTest {

    @AfterEach
    void calm() {
        town().telegram().works();
    }

    @Test
    void noMoreSecondCardsThanResets() {
        Broadcast alert = new Broadcast(town(), "akbulak", 60);
        alert.begin().isUnderWay();
        town().telegram().fails(Map.of("method", "sendMessage", "kind", "close", "times", 10));

        alert.reachesEverybody(Duration.ofSeconds(30));
        alert.organiser().waitFor("Sent: 60 of 60");
        assertThat(alert.duplicates()).isBetween(1, 10);
        assertThat(alert.registered()).isEqualTo(60);
    }
}
