package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.MovedTown.town;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where too few come after three minutes, the neighbouring districts are called by themselves. */
class RingTest {

    @Test
    void tooFewComeAndTheNeighboursAreCalledOnce() {
        Phone own = town().supporter("en", "zerdeli").writes("/start d_dariya");
        own.next();
        Phone neighbour = town().supporter("en", "dariya");
        Phone far = town().supporter("en", "kayrat");
        Phone neighboursOrganiser = town().organiser("en", "dariya").strict();
        Phone organiser = MovedTown.alert("zerdeli", "they are at the bridge");
        own.expect("they are at the bridge");

        MovedTown.pass(Duration.ofMinutes(3));

        neighbour.expect("Zerdeli: your neighbours call for help");
        assertThat(neighbour.last().text()).contains("they are at the bridge");
        neighbour.presses("10 min").expect("coming in 10 min");
        organiser.waitFor("Called: own district, neighbours").waitFor("Coming: 1");
        neighboursOrganiser.waitFor("Your district is called to help");
        assertThat(neighboursOrganiser.last().labels()).isEmpty();
        assertThat(own.unread()).isEmpty();
        assertThat(far.unread()).isEmpty();

        MovedTown.end(organiser);
        own.expect("Over");
        neighbour.expect("Over");
        neighboursOrganiser.waitFor("over");
        town().saysNothingElse(own, neighbour, far);
    }
}
