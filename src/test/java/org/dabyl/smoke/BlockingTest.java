package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.OwnRedis.town;

import java.time.Duration;
import org.dabyl.supporter.Supporters;
import org.junit.jupiter.api.Test;

/** Somebody blocks the bot in the middle of a broadcast: they are forgotten at once, counted, and nobody else misses anything. */
class BlockingTest {

    @Test
    void whoBlocksIsForgottenAndCountedAsNotReached() {
        Broadcast alert = new Broadcast(town(), "ozhet", 60);
        Phone leaver = alert.begin().isUnderWay().someoneWithoutCard().blocks();

        await().until(() -> town().program()
                .getBean(Supporters.class)
                .find(alert.address(leaver.id()))
                .isEmpty());
        alert.reaches(59, Duration.ofSeconds(20));
        alert.organiser().waitFor("Sent: 59 of 60");
        assertThat(alert.organiser().last().text()).contains("Not reached: 1");
        assertThat(alert.registered()).isEqualTo(59);
    }
}
