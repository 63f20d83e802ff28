package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.OwnRedis.town;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telegram, or what poses as it, refuses many people in the middle of an alert, and no answer says that they left. */
class UnreachableTest {

    @AfterEach
    void calm() {
        town().telegram().works();
    }

    @ParameterizedTest
    @CsvSource({"400, Bad Request: chat not found, algabas", "403, Access denied, zerdeli"})
    void nobodyIsUnsubscribedAndTheHealthSaysSo(int status, String words, String district) {
        Broadcast alert = new Broadcast(town(), district, 60);
        alert.begin().isUnderWay();
        town().telegram().fails(Map.of("method", "sendMessage", "status", status, "description", words, "times", 20));

        alert.organiser().waitFor("Not reached: 20");
        alert.reaches(40, Duration.ofSeconds(20));
        assertThat(alert.registered()).isEqualTo(60);
        assertThat(alert.duplicates()).isZero();
        await().until(() -> Health.of(town(), "delivery").contains("botsThatCannotWriteToMany=1"));
        assertThat(Health.of(town(), "delivery")).contains("DOWN", "unbalanced=0");
    }

    @Test
    void whatIsRefusedToOneIsNotRefusedToAll() {
        Broadcast alert = new Broadcast(town(), "sayaly", 60);
        alert.begin().isUnderWay();
        town().telegram()
                .fails(Map.of(
                        "method",
                        "sendMessage",
                        "status",
                        400,
                        "description",
                        "Bad Request: PEER_ID_INVALID",
                        "times",
                        1));

        alert.organiser().waitFor("Not reached: 1");
        alert.reaches(59, Duration.ofSeconds(20));
        assertThat(alert.registered()).isEqualTo(60);
    }
}
