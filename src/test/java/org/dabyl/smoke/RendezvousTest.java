package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where to come: the muster point for everyone, the rendezvous only for those who come, also for those who say so late. */
class RendezvousTest {

    private final Town town = Town.town();

    @Test
    void theRendezvousIsForThoseWhoComeAndALateYesGetsWhatIsTrueNow() {
        Phone early = town.supporter("en", "almaly");
        Phone late = town.supporter("en", "almaly");
        Phone unable = town.supporter("en", "almaly");
        Phone organiser =
                town.organiser("en", "almaly").writes("/alert almaly now").expect("now");
        organiser.presses("Send").waitFor("Sent: under 5");
        Seen board = organiser.last();
        early.expect("now").presses("10 min").expect("coming in 10 min");
        late.expect("now");
        unable.expect("now").presses("Can’t").expect("can’t come");

        organiser.press(board.id(), board.button("Rendezvous").data()).waitFor("Nobody else gets it");
        organiser.writes("behind the well").waitFor("only to them");
        early.expect("behind the well");
        organiser.writes("/muster the school").waitFor("muster point");
        early.expect("the school");
        late.expect("the school");
        unable.expect("the school");
        organiser.writes("/update bring water").waitFor("News on its way");
        early.expect("bring water");
        late.expect("bring water");
        unable.expect("bring water");

        late.writes("/yes 20").expect("coming in 20 min");
        assertThat(late.last().text()).contains("behind the well", "the school", "bring water");
        unable.writes("/no").expect("can’t come");
        assertThat(unable.last().text()).doesNotContain("behind the well");
        Phone newcomer = town.supporter("en", "almaly").expect("the school");
        assertThat(newcomer.last().text()).doesNotContain("behind the well");
        organiser.writes("/standdown").waitFor("over");
        for (Phone phone : new Phone[] {early, late, unable, newcomer}) {
            phone.expect("Over");
        }
        town.saysNothingElse(early, late, unable, newcomer);
    }
}
