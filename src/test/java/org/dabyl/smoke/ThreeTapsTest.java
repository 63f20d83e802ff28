package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** An alert by three taps, in the reader's language; and nothing is sent that was not confirmed. */
class ThreeTapsTest {

    @Test
    void districtPreviewSend() {
        Phone supporter = town().supporter("kk", "madeniet");
        Phone organiser = town().organiser("en", "madeniet").writes("/alert").expect("Where?");
        organiser.presses("Madeniet").expect("Come now");
        assertThat(organiser.last().text()).contains(Phone.FEW).contains("madeniet");
        organiser.presses("Send").waitFor("Sent: under 5");
        supporter.expect("Қазір келіңіз");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void ownWordsAreShownOnceMoreBeforeTheyAreSent() {
        Phone supporter = town().supporter("ru", "ozhet");
        Phone organiser = town().organiser("en", "ozhet").writes("/alert ozhet").expect("Come now");
        Seen preview = organiser.last();
        organiser.presses("Own text").expect("Write what is happening");
        organiser.writes("Two bulldozers at the school").expect("Two bulldozers at the school");
        organiser.presses("Send");
        supporter.expect("Two bulldozers at the school");
        assertThat(preview.rows()).isNotEmpty();
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void whatIsDroppedIsNotSentByAnOldButton() {
        Phone supporter = town().supporter("ru", "algabas");
        Phone organiser =
                town().organiser("en", "algabas").writes("/alert algabas now").expect("now");
        Seen preview = organiser.last();
        organiser.presses("Don’t send").expect("Not sent");
        organiser.forges(preview.button("Send").data());
        organiser.writes("/board").expect("no alert now");
        assertThat(supporter.unread()).isEmpty();
    }

    @Test
    void sendPressedTwiceIsOneAlert() {
        Phone supporter = town().supporter("en", "zerdeli");
        Phone organiser =
                town().organiser("en", "zerdeli").writes("/alert zerdeli now").expect("now");
        String send = organiser.last().button("Send").data();
        organiser.presses("Send");
        organiser.forges(send);
        supporter.expect("now");
        organiser.waitFor("Sent: under 5").writes("/standdown").waitFor("over");
        supporter.expect("Over");
        assertThat(supporter.unread()).isEmpty();
    }
}
