package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Telegram tells one bot to wait: the others' people are called meanwhile, and the others' boards go on. */
class PausedBotTest {

    private static final Town TOWN = Fleet.of(2);

    @Test
    void theOtherBotsCallAndShowMeanwhile() {
        List<Phone> free =
                Stream.generate(() -> TOWN.supporter("en", "karasu")).limit(5).toList();
        Phone waiting = TOWN.phone("en").at(Fleet.TWO).writes("/start d_karasu");
        waiting.next();
        Phone organiser = TOWN.organiser("en", "karasu").at(Fleet.TWO);
        organiser.writes("/help").waitFor("/standdown");
        TOWN.telegram()
                .fails(Map.of("bot", Fleet.TWO, "method", "sendMessage", "status", 429, "retry_after", 25, "times", 1));

        Phone owner = TOWN.owner().at(Fleet.ONE);
        owner.writes("/alert karasu they are here").waitFor("they are here").presses("Send");
        free.forEach(phone -> phone.waitFor("they are here"));
        owner.waitFor("Sent: 5 of 6");
        free.getFirst().presses("10").expect("10");
        owner.waitFor("Coming: 1");
        assertThat(waiting.unread()).as("it still waits").isEmpty();
        waiting.patient(Duration.ofSeconds(40)).waitFor("they are here");
        owner.waitFor("Sent: 6 of 6");
    }
}
