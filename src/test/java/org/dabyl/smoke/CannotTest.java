package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.MovedTown.town;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who said that they can't come is not called again for that alert, unless they change it. */
class CannotTest {

    @Test
    void nobodyWhoSaidNoIsCalledAgain() {
        Phone cannot = town().supporter("en", "duman").writes("/start d_kayrat");
        cannot.next();
        Phone organiser = MovedTown.alert("duman", "at the dam");
        cannot.expect("at the dam").presses("Can’t come").expect("can’t come");

        MovedTown.pass(Duration.ofMinutes(4));
        organiser.waitFor("Called: own district, neighbours");
        cannot.writes("/start d_medeu").expect("you are registered");
        MovedTown.pass(Duration.ofMinutes(4));
        organiser.waitFor("Called: own district, neighbours, whole city");
        assertThat(cannot.unread()).isEmpty();

        cannot.writes("/yes 10").expect("coming in 10 min");
        MovedTown.pass(Duration.ofMinutes(21));
        cannot.expect("Are you there? Still coming?");
        MovedTown.end(organiser);
        cannot.expect("Over");
        town().saysNothingElse(cannot);
    }
}
