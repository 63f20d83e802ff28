package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.MovedTown.town;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who says late that they come gets what holds now: the latest news. */
class LateYesTest {

    @Test
    void aLateYesGetsTheLatestNews() {
        Phone supporter = town().supporter("en", "shugyla");
        Phone organiser = MovedTown.alert("shugyla", "at the gate");
        supporter.expect("at the gate");
        Seen card = supporter.last();
        organiser.writes("/update the street is closed").waitFor("on its way");
        supporter.expect("the street is closed");
        organiser.writes("/update come by the canal").waitFor("on its way");
        supporter.expect("come by the canal");

        MovedTown.pass(Duration.ofMinutes(2));
        supporter.press(card.id(), card.button("30 min").data()).expect("Latest news: come by the canal");

        assertThat(supporter.last().text()).doesNotContain("the street is closed");
        MovedTown.end(organiser);
        supporter.expect("Over");
        town().saysNothingElse(supporter);
    }
}
