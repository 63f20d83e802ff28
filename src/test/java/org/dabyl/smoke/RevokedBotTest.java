package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A token is revoked in the middle of everything: who knows another bot is called by it, and the organisers are told what is lost. */
class RevokedBotTest {

    private static final Town TOWN = Fleet.of(2, "--dabyl.fleet.probe=2s");

    @Test
    void theRestGoesOnAndTheOrganisersAreTold() {
        Phone known = TOWN.phone("ru").writes("/start d_karasu").expect("вы записаны");
        Phone knownAtTwo = known.at(Fleet.TWO).writes("/start");
        knownAtTwo.next();
        Phone alone = TOWN.phone("ru").at(Fleet.TWO).writes("/start d_karasu").expect("вы записаны");
        Phone other = TOWN.phone("ru").writes("/start d_karasu").expect("вы записаны");
        Fleet.revoke(TOWN, Fleet.TWO);

        Phone owner = TOWN.owner().at(Fleet.ONE);
        owner.writes("/alert karasu they are here").waitFor("they are here").presses("Send");
        other.waitFor("they are here");
        known.waitFor("they are here");
        owner.waitFor("Nobody else reaches: under 5.");
        assertThat(owner.last().text()).contains("@" + Fleet.TWO);
        owner.writes("/board").waitFor("their bot is out of service: under 5");
        assertThat(owner.last().text()).contains("Sending: under 5");
        assertThat(alone.unread()).isEmpty();
        assertThat(knownAtTwo.unread()).isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Health.of(TOWN, "fleet").contains("not reached: under 5"));

        // the bot with the fewest people is out of service
        owner.writes("/link karasu").waitFor("https://t.me/" + Fleet.ONE + "?start=d_karasu");

        TOWN.telegram().works();
        owner.waitFor("works again");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Health.of(TOWN, "fleet").contains("UP"));
        // who waited is called after all
        alone.waitFor("they are here");
        owner.waitFor("Sent: under 5");
    }
}
