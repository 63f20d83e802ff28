package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** After the end those who came are asked whether they are home; who does not answer is on a list of numbers, until they do. */
class HomeSafeTest {

    @Test
    void whoDoesNotSayThatTheyAreHomeIsOnAListUntilTheyDo() {
        Town town = MovedTown.town();
        Phone home = town.supporter("en", "karasu");
        Phone silent = town.supporter("ru", "karasu");
        Phone unable = town.supporter("en", "karasu");
        Phone lawyer = town.supporter("en", "karasu").writes("/status").expect("You are registered");
        lawyer.presses("Legal help").expect("You can help with");
        Phone organiser =
                town.organiser("en", "karasu").writes("/alert karasu now").expect("now");
        organiser.presses("Send").waitFor("Sent: under 5");
        home.expect("now").presses("10 min").expect("coming in 10 min");
        silent.expect("now").writes("/here").expect("на месте");
        unable.expect("now").presses("Can’t").expect("can’t come");
        lawyer.expect("now");
        organiser.waitFor("There: 1").writes("/standdown").waitFor("Not known to be home: 2");
        home.expect("Over");
        silent.expect("Отбой");
        unable.expect("Over");
        lawyer.expect("Over");

        town.telegram().pass(Duration.ofMinutes(61));
        home.expect("Are you home safe?").presses("Home safe").expect("home safe. Thank you");
        silent.expect("Вы дома?");
        organiser.waitFor("Not known to be home: 1");
        town.telegram().pass(Duration.ofMinutes(31));
        silent.expect("Вы дома?");
        town.telegram().pass(Duration.ofMinutes(31));

        lawyer.expect("Not home yet?");
        assertThat(lawyer.last().text()).contains("there since").doesNotContain(Long.toString(silent.id()));
        assertThat(lawyer.last().labels()).hasSize(1);
        String again = lawyer.last().rows().getFirst().getFirst().data();
        unable.forges(again);
        lawyer.presses("№");
        silent.expect("Вы дома?").writes("/home").expect("я дома");
        town.telegram().pass(Duration.ofSeconds(10));
        lawyer.waitFor("Everyone has said that they are home");
        organiser.waitFor("Home safe: 2");
        town.saysNothingElse(home, silent, unable);
    }
}
