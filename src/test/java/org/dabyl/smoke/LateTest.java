package org.dabyl.smoke;

import static org.dabyl.smoke.MovedTown.town;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who said that they come and is late is asked once whether they are there. */
class LateTest {

    @Test
    void whoIsLateIsAskedOnceAndCanSayThatTheyAreThere() {
        Phone late = town().supporter("en", "tausamaly");
        Phone there = town().supporter("en", "tausamaly");
        Phone organiser = MovedTown.alert("tausamaly", "at the mosque");
        late.expect("at the mosque").presses("10 min").expect("coming in 10 min");
        there.expect("at the mosque").presses("10 min").expect("coming in 10 min");
        there.presses("I’m here").expect("I’m here");

        MovedTown.pass(Duration.ofMinutes(21));
        late.expect("Are you there? Still coming?");
        MovedTown.pass(Duration.ofMinutes(5));

        late.presses("I’m here").expect("Your answer: I’m here");
        organiser.waitFor("There: 2");
        MovedTown.end(organiser);
        late.expect("Over");
        there.expect("Over");
        town().saysNothingElse(late, there);
    }
}
