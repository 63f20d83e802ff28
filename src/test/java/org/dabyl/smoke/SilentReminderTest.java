package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.MovedTown.town;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who does not answer is reminded once; who answered is left alone. */
class SilentReminderTest {

    @Test
    void theSilentAreRemindedOnce() {
        Phone silent = town().supporter("en", "akzhar");
        Phone coming = town().supporter("en", "akzhar");
        Phone organiser = MovedTown.alert("akzhar", "at the well");
        silent.expect("at the well");
        coming.expect("at the well").presses("60 min").expect("coming in 60 min");

        MovedTown.pass(Duration.ofMinutes(5));
        silent.expect("You have not answered yet");
        assertThat(silent.last().text()).contains("at the well");
        MovedTown.pass(Duration.ofMinutes(5));
        MovedTown.pass(Duration.ofMinutes(5));

        silent.presses("10 min").expect("coming in 10 min");
        organiser.waitFor("Coming: 2");
        MovedTown.end(organiser);
        silent.expect("Over");
        coming.expect("Over");
        town().saysNothingElse(silent, coming);
    }
}
