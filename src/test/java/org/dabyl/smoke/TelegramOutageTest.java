package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.OwnRedis.town;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telegram is not there for a while: the broadcast waits, and what was pressed meanwhile counts. */
class TelegramOutageTest {

    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("dabyl.outage", 20));

    @AfterEach
    void calm() {
        town().telegram().works();
    }

    @Test
    void theBroadcastGoesOnAndPressesMeanwhileCount() {
        Broadcast alert = new Broadcast(town(), "bakay", 60);
        Phone neighbour = town().supporter("en", "bakay");
        alert.begin();
        neighbour.next();

        town().telegram().fails(Map.of("method", "*", "kind", "outage", "for_ms", OUTAGE.toMillis()));
        neighbour.presses("10");
        await().atMost(OUTAGE).until(() -> Health.of(town(), "telegram").contains("unreachable"));

        alert.reachesEverybody(OUTAGE.plusSeconds(40));
        alert.organiser().waitFor("Sent: 61 of 61");
        if (!alert.organiser().last().text().contains("Coming: 1")) {
            // the press may be heard after the last card
            alert.organiser().waitFor("Coming: 1");
        }
        assertThat(alert.registered()).isEqualTo(61);
    }
}
