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

    private static final int PEOPLE = 120;

    @AfterEach
    void calm() {
        town().telegram().works();
    }

    @ParameterizedTest
    @CsvSource({"400, Bad Request: chat not found, algabas", "403, Access denied, zerdeli"})
    void nobodyIsUnsubscribedAndTheHealthSaysSo(int status, String words, String district) {
        Broadcast alert = new Broadcast(town(), district, PEOPLE);
        alert.begin().isUnderWay().organiser().waitFor("Sent: ");
        town().telegram().fails(Map.of("method", "sendMessage", "status", status, "description", words, "times", 20));

        // another organiser's board may be one of the twenty
        alert.organiser().waitFor("Not reached: ");
        await().atMost(Duration.ofSeconds(30)).until(() -> alert.progress().ended());
        assertThat(alert.progress().failed()).isBetween(15L, 20L);
        assertThat(alert.registered()).isEqualTo(PEOPLE);
        assertThat(alert.duplicates()).isZero();
        await().until(() -> Health.of(town(), "delivery").contains("botsThatCannotWriteToMany=1"));
        assertThat(Health.of(town(), "delivery")).contains("DOWN", "unbalanced=0");
    }

    @Test
    void whatIsRefusedToOneIsNotRefusedToAll() {
        Broadcast alert = new Broadcast(town(), "sayaly", PEOPLE);
        alert.begin().isUnderWay().organiser().waitFor("Sent: ");
        town().telegram()
                .fails(Map.of(
                        "method",
                        "sendMessage",
                        "status",
                        400,
                        "description",
                        "Bad Request: PEER_ID_INVALID",
                        "times",
                        2));

        // another organiser's board may be one of the two
        alert.organiser().waitFor("Not reached: ");
        await().atMost(Duration.ofSeconds(30)).until(() -> alert.progress().ended());
        assertThat(alert.progress().failed()).isBetween(1L, 2L);
        assertThat(alert.registered()).isEqualTo(PEOPLE);
    }
}
