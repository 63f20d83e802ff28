package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the organisers of a district are silent, those around it are asked, then the owner. */
class SuccessionTest {

    private final Town town = MovedTown.town();
    private Phone around = town.owner();
    private Phone own = town.owner();

    @BeforeEach
    void anOrganiserOfTheDistrictAndOneAroundIt() {
        Town.clearShared();
        around = town.organiser("en", "alatau");
        own = town.organiser("en", "shanyrak-1");
    }

    @Test
    void aReportThatNobodyAnswersIsHandedUpTheLineOnce() {
        Phone resident = town.supporter("kk", "shanyrak-1");
        resident.writes("/report bulldozers").next();
        own.waitFor("reports: 1");

        town.telegram().pass(Duration.ofMinutes(3));
        around.waitFor("Shanyrak-1: its organisers do not answer a report");
        town.telegram().pass(Duration.ofMinutes(3));
        town.owner().waitFor("do not answer a report").presses("Seen, wait").waitFor("an organiser saw it");

        town.telegram().pass(Duration.ofMinutes(20));
        own.writes("/organisers").waitFor("How many");
        around.writes("/organisers").waitFor("How many");
        assertThat(own.unread()).noneMatch(seen -> seen.text().contains("do not answer"));
        assertThat(around.unread()).noneMatch(seen -> seen.text().contains("do not answer"));
    }

    @Test
    void aReportThatIsAnsweredIsHandedToNobody() {
        town.supporter("kk", "shanyrak-1").writes("/report bulldozers").next();
        own.waitFor("reports: 1").presses("Seen, wait").waitFor("an organiser saw it");

        town.telegram().pass(Duration.ofMinutes(4));

        around.writes("/organisers").waitFor("How many");
        assertThat(around.unread()).noneMatch(seen -> seen.text().contains("do not answer"));
    }

    @Test
    void anAlertWhoseOrganisersAreSilentIsHandedUpTheLine() {
        town.supporter("en", "shanyrak-1");
        own.writes("/alert shanyrak-1 They are here").waitFor("Sending takes");
        own.presses("Send").waitFor("Sent: under 5");
        town.telegram().pass(Duration.ofMinutes(20));
        own.writes("/board").waitFor("Sent: under 5");
        town.telegram().pass(Duration.ofMinutes(11));
        around.writes("/organisers").waitFor("How many");
        assertThat(around.unread()).noneMatch(seen -> seen.text().contains("silent for"));

        town.telegram().pass(Duration.ofMinutes(20));

        around.waitFor("have been silent for").presses("Open").waitFor("Sent: under 5");
        assertThat(town.owner().unread()).noneMatch(seen -> seen.text().contains("silent for"));
    }

    @Test
    void anOrganiserWhoIsSilentForTwoDaysIsMissedAndNotNamed() {
        town.telegram().pass(Duration.ofHours(25));
        own.waitFor("Are you there?");
        around.waitFor("Are you there?").presses("I’m here").waitFor("Thank you, noted");
        town.owner().waitFor("Are you there?").presses("I’m here").waitFor("Thank you, noted");

        town.telegram().pass(Duration.ofHours(25));

        around.waitFor("An organiser has not answered for two days: Shanyrak-1");
        town.owner().waitFor("An organiser has not answered for two days: Shanyrak-1");
    }
}
