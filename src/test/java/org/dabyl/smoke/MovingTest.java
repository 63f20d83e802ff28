package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.supporter.Supporters;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.Test;

/** Who starts a second bot of the fleet moves there with everything: called once, counted once. */
class MovingTest {

    private static final Town TOWN = Fleet.of(2);

    @Test
    void anAlertCallsOnceAndThereAndTheAnswerCountsOnce() {
        Phone old = TOWN.supporter("ru", "karasu").at(Fleet.ONE);
        old.next();
        Phone now = old.at(Fleet.TWO).writes("/start");
        now.next();
        Phone stayed = TOWN.supporter("ru", "karasu");

        Phone owner = TOWN.owner();
        owner.writes("/alert karasu they are here").waitFor("they are here").presses("Send");
        now.waitFor("they are here");
        stayed.waitFor("they are here");
        owner.waitFor("Sent: under 5");
        now.presses("10").expect("10");
        owner.waitFor("Coming: 1");

        // the card of the second bot is answered at the first: they are at home there again, and counted once
        old.writes("/no").expect("не могу");
        owner.waitFor("come: 1");
        assertThat(owner.last().text()).contains("Coming: 0");
        owner.writes("/standdown").waitFor("over");
        old.waitFor("Отбой");
        assertThat(now.unread()).isEmpty();
    }

    @Test
    void whatWasToldToTheFirstBotIsKnownToTheSecond() {
        Phone old = TOWN.supporter("kk", "ozhet").writes("/language");
        old.next();
        old.presses("English").expect("English");

        Phone now = old.at(Fleet.TWO).writes("/start d_tausamaly");
        now.next();

        now.writes("/status").expect("Ozhet");
        assertThat(now.last().text()).contains("Tausamaly");
        assertThat(old.unread()).as("the old bot says nothing").isEmpty();
    }

    @Test
    void anOrganiserActsWhereTheyLastSpoke() {
        Phone resident = TOWN.supporter("en", "turksib");
        Phone invited = TOWN.organiser("en", "turksib");
        invited.at(Fleet.TWO).writes("/help").waitFor("/standdown");
        Phone organiser = invited.at(Fleet.ONE);

        organiser
                .writes("/alert turksib come to the gate")
                .waitFor("come to the gate")
                .presses("Send");
        resident.waitFor("come to the gate");
        organiser.waitFor("Sent: under 5");
        resident.presses("10").expect("10");
        organiser.waitFor("Coming: 1");
        organiser.writes("/standdown").waitFor("over");
        TOWN.owner().waitFor("over");
    }

    @Test
    void whoStartsBothAtTheSameMomentIsAtHomeAtOne() {
        List<Phone> people =
                Stream.generate(() -> TOWN.phone("en").at(Fleet.ONE)).limit(30).toList();
        for (Phone person : people) {
            person.writes("/start d_duman");
            person.at(Fleet.TWO).writes("/start d_duman");
        }
        Supporters supporters = TOWN.program().getBean(Supporters.class);
        Vault vault = TOWN.program().getBean(Vault.class);
        await().atMost(Duration.ofSeconds(60)).until(() -> people.stream()
                .map(person -> vault.seal(new ChatId(person.id())))
                .allMatch(chat -> Stream.of(1_000_001, 1_000_002)
                                .map(bot -> supporters.find(new Address(new BotId(bot), chat)))
                                .filter(Optional::isPresent)
                                .count()
                        == 1));

        TOWN.owner()
                .writes("/alert duman come to the gate")
                .waitFor("come to the gate")
                .presses("Send");
        TOWN.owner().waitFor("Sent: 30 of 30");
        TOWN.owner().writes("/standdown").waitFor("over");
    }
}
