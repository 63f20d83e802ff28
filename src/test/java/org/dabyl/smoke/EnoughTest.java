package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.MovedTown.town;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Once enough come nobody else is called, and who did not answer is told to stand by. */
class EnoughTest {

    @Test
    void theRestIsToldToStandByAndNoRingIsCalled() {
        Phone coming = town().supporter("en", "tastak");
        Phone silent = town().supporter("en", "tastak");
        Phone cannot = town().supporter("en", "tastak");
        Phone elsewhere = town().supporter("en", "turksib");
        Phone organiser = MovedTown.alert("tastak", "at the market");
        MovedTown.needs(1);
        silent.expect("at the market");
        cannot.expect("at the market").presses("Can’t come").expect("can’t come");
        coming.expect("at the market").presses("60 min").expect("coming in 60 min");

        MovedTown.pass(Duration.ofSeconds(30));
        silent.expect("Enough people are coming. Stand by");
        MovedTown.pass(Duration.ofMinutes(9));

        assertThat(organiser.holds("Called: own district\n")).isOne();
        MovedTown.end(organiser);
        silent.expect("Over");
        coming.expect("Over");
        cannot.expect("Over");
        town().saysNothingElse(coming, silent, cannot, elsewhere);
    }

    @Test
    void anOrganiserSaysThatItIsEnoughAndCallsThemAgainWithATapEach() {
        Phone coming = town().supporter("en", "kayrat");
        Phone silent = town().supporter("en", "kayrat");
        Phone organiser = MovedTown.alert("kayrat", "at the well");
        silent.expect("at the well");
        organiser.presses("Enough");
        await().until(() -> organiser.toast().contains("Nobody comes yet"));
        coming.expect("at the well").presses("60 min").expect("coming in 60 min");
        organiser.waitFor("Coming: 1").writes("/others 4").waitFor("There without Telegram: 4");
        MovedTown.pass(Duration.ofSeconds(30));
        assertThat(silent.unread()).as("without a number").isEmpty();

        organiser.waitFor("There without Telegram: 4").presses("Enough").waitFor("The rest is told to stand by");
        silent.expect("Enough people are coming. Stand by");
        organiser.presses("Call those standing by");
        Seen board = organiser.last();
        silent.expect("More people are needed after all");
        organiser.forges(board.button("Call those standing by").data());
        MovedTown.pass(Duration.ofMinutes(2));

        organiser.writes("/need 5").waitFor("Needed now: 5");
        silent.expect("Enough people are coming. Stand by");
        MovedTown.end(organiser);
        silent.expect("Over");
        coming.expect("Over");
        town().saysNothingElse(coming, silent);
    }
}
