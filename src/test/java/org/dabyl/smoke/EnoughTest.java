package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
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

        organiser.writes("/board").waitFor("Called: own district");
        assertThat(organiser.last().text()).doesNotContain("neighbours\n").doesNotContain("larger area");
        MovedTown.end(organiser);
        silent.expect("Over");
        coming.expect("Over");
        cannot.expect("Over");
        assertThat(elsewhere.unread()).isEmpty();
    }
}
