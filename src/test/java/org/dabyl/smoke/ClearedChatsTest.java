package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A day after an alert is over its messages are gone from the chats: of those who were called, of its organisers, and of its channels. */
class ClearedChatsTest {

    @Test
    void aDayAfterTheEndTheChatsShowNothingOfIt() {
        Town town = MovedTown.town();
        Phone supporter = town.supporter("en", "zarya-vostoka");
        Phone founder = town.organiser("en", "zarya-vostoka");
        Square channel = Square.channel(town, founder);
        founder.expect("which district").presses("Zarya").waitFor("now gets the alerts");
        Phone organiser = MovedTown.alert("zarya-vostoka", "Come to the mill");
        channel.shows("Come to the mill");
        supporter.expect("Come to the mill").presses("10 min").expect("coming in 10 min");
        organiser.writes("/update bring Lanterns").waitFor("News on its way");
        supporter.waitFor("Lanterns");
        organiser.writes("/standdown Thanks").waitFor("over");
        supporter.waitFor("Thanks");
        channel.shows("Thanks");

        MovedTown.pass(Duration.ofHours(23));
        assertThat(supporter.texts()).anyMatch(text -> text.contains("Come to the mill"));
        MovedTown.pass(Duration.ofHours(2));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(supporter.texts())
                .isNotEmpty()
                .noneMatch(text ->
                        text.contains("Come to the mill") || text.contains("Lanterns") || text.contains("Thanks")));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(channel.said()).isEmpty());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(organiser.texts())
                .isNotEmpty()
                .noneMatch(text -> text.contains("Called: own district")));
    }
}
