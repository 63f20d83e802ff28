package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.MovedTown.town;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An organiser can keep an alert from widening, and can widen it with a tap. */
class RingHeldTest {

    @Test
    void whatIsHeldWidensByATapOnly() {
        Phone own = town().supporter("en", "trudovik");
        Phone neighbour = town().supporter("ru", "algabas");
        Phone organiser = MovedTown.alert("trudovik", "at the school");
        own.expect("at the school");

        organiser.waitFor("Called: own district").presses("Do not widen").waitFor("does not widen by itself");
        MovedTown.pass(Duration.ofMinutes(4));
        organiser.writes("/board").waitFor("does not widen by itself");
        assertThat(neighbour.unread()).isEmpty();

        organiser.presses("Widen: neighbours, under 5").waitFor("Called: own district, neighbours");
        neighbour.expect("соседи зовут на помощь");
        assertThat(own.unread()).isEmpty();
        MovedTown.end(organiser);
        neighbour.expect("тбой");
        own.expect("Over");
        town().saysNothingElse(own, neighbour);
    }
}
