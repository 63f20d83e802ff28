package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The board estimates who will really come from who came in earlier alerts, and says so where it cannot. */
class EstimateTest {

    @Test
    void theFirstAlertTeachesForTheSecond() {
        Town town = MovedTown.town();
        List<Phone> people =
                Stream.generate(() -> town.supporter("en", "bakay")).limit(10).toList();
        Phone organiser = town.organiser("en", "bakay");
        raise(organiser, people);
        organiser.waitFor("Coming: 10");
        assertThat(organiser.last().text()).contains("No estimate");
        people.subList(0, 6).forEach(person -> person.presses("I’m here").expect("I’m here"));
        organiser.waitFor("There: 6");
        town.telegram().pass(Duration.ofMinutes(15));
        organiser.writes("/standdown").waitFor("over");
        people.forEach(person -> person.waitFor("Over"));

        raise(organiser, people.subList(0, 8));

        organiser.waitFor("Coming: 8");
        assertThat(organiser.last().text())
                .contains("Before, 6 of 10 who said yes came")
                .containsPattern("Likely to be there: [1-4]–[5-8]");
    }

    private static void raise(Phone organiser, List<Phone> people) {
        organiser.writes("/alert bakay now").waitFor("Sending takes");
        organiser.presses("Send");
        people.forEach(person -> person.waitFor("now").presses("10 min").expect("coming in 10 min"));
    }
}
