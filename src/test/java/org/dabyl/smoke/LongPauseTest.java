package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Telegram tells one bot to wait for hours: organisers hear of it, and who knows another bot is called by that one. */
class LongPauseTest {

    private static final Town TOWN = Fleet.of(2);

    @Test
    void organisersHearOfItAndWhoKnowsAnotherBotIsCalled() {
        Phone known = TOWN.phone("en").writes("/start d_karasu").expect("you are registered");
        Phone knownAtTwo = known.at(Fleet.TWO).writes("/start");
        knownAtTwo.next();
        Phone alone = TOWN.phone("en").at(Fleet.TWO).writes("/start d_karasu").expect("you are registered");
        Phone owner = TOWN.owner().at(Fleet.ONE);
        owner.writes("/invite karasu").waitFor("?start=o_");
        Phone organiser = TOWN.phone("en").at(Fleet.TWO);
        organiser.writes("/start " + owner.last().link().replaceAll(".*start=", ""));
        organiser.next();
        TOWN.telegram()
                .fails(Map.of(
                        "bot", Fleet.TWO, "method", "sendMessage", "status", 429, "retry_after", 10_000, "times", 1));
        alone.writes("/status");

        owner.waitFor("makes our bot @" + Fleet.TWO + " wait for 16");
        assertThat(Health.of(TOWN, "delivery")).contains("DOWN", "paused by Telegram for 99");
        owner.writes("/alert karasu they are here").waitFor("they are here").presses("Send");
        known.waitFor("they are here");
        assertThat(alone.unread()).isEmpty();

        TOWN.program().getBean(StringRedisTemplate.class).delete("{1000002}:pause");
        TOWN.telegram().pass(Duration.ofSeconds(10_000));

        alone.waitFor("they are here");
        owner.waitFor("sends again");
        organiser.waitFor("sends again");
        assertThat(knownAtTwo.holds("they are here")).isZero();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Health.of(TOWN, "delivery").contains("UP"));
    }
}
