package org.dabyl.smoke;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Quiet hours are set by one line or two taps, and a call comes through them; through a mute it does not. */
class QuietHoursTest {

    private static final Town TOWN = MovedTown.town();

    @Test
    void theyAreSetShownAndTakenAwayAndACallComesThrough() {
        Phone organiser = TOWN.organiser("en", "sayaly");
        Phone phone = TOWN.supporter("en", "sayaly");
        phone.writes("/quiet 0-24").expect("/quiet 22-7");
        phone.writes("/quiet 00:00-23:59").expect("Quiet hours: 00:00–23:59");
        phone.writes("/status").expect("Quiet hours: 00:00–23:59").presses("Quiet hours");
        phone.expect("A call always sounds");

        organiser.writes("/alert sayaly They are here").waitFor("Sending takes");
        organiser.presses("Send").waitFor("Sent");

        phone.waitFor("They are here");
        phone.writes("/quiet off").waitFor("No quiet hours any more");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void aMuteHoldsACallBackUntilItEnds() {
        Phone organiser = TOWN.organiser("en", "zerdeli");
        Phone phone = TOWN.supporter("en", "zerdeli");
        phone.writes("/mute 8h").waitFor("Calls are off");
        organiser.writes("/alert zerdeli The first").waitFor("Sending takes");
        organiser.presses("Send").waitFor("Sent: under 5");
        organiser.writes("/standdown").waitFor("over");

        TOWN.telegram().pass(Duration.ofHours(9));

        organiser.writes("/alert zerdeli The second").waitFor("Sending takes");
        organiser.presses("Send").waitFor("Sent");
        phone.waitFor("The second");
        organiser.writes("/standdown").waitFor("over");
    }
}
