package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Telegram posts whatever it is sent and never says so: nobody reads the alarm or gets a board over and over. */
class LostAnswersTest {

    private static final Town TOWN = Town.with();

    @Test
    void whatMayStandThereComesEverMoreSeldom() {
        Phone organiser = TOWN.organiser("en", "shugyla");
        Phone colleague = TOWN.organiser("en", "shugyla");
        Square channel = Square.channel(TOWN, organiser);
        organiser.waitFor("which district").presses("Shugyla").waitFor("now gets the alerts of Shugyla");
        organiser.writes("/alert shugyla they are here").waitFor("they are here");
        TOWN.telegram().fails(Map.of("method", "sendMessage", "kind", "close"));

        organiser.presses("Send");
        channel.shows("they are here");
        colleague.waitFor("Coming: ");

        // after 0, 2, 6 and 14 s
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(channel.said()).hasSizeBetween(2, 4));
        assertThat(colleague.holds("Coming: ")).isBetween(2L, 4L);
    }
}
