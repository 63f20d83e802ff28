package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** How many are needed, what they bring, and who came without a phone: on the board, and raised from it. */
class NeedTest {

    @Test
    void theBoardShowsALightAndRaisesTheNumber() {
        Phone supporter = town().supporter("en", "shanyrak-2").writes("/status");
        supporter.next();
        supporter.presses("Car").expect("Car");
        Phone organiser =
                town().organiser("en", "shanyrak-2").writes("/alert shanyrak-2").expect("Come now");
        organiser.presses("Needed").next();
        organiser.presses("20").next();
        organiser.presses("Send").waitFor("🔴 Needed: 20");
        supporter.expect("Come now").presses("10 min").expect("coming in 10 min");
        organiser.waitFor("🚗 Car: 1");

        organiser.writes("/others 20").expect("There without Telegram: 20");
        organiser.waitFor("🟢 Needed: 20");
        organiser.presses("Need 50").waitFor("🔴 Needed: 50");
        assertThat(organiser.last().labels()).contains("👥 Need 100", "👥 Need 200");
        organiser.presses("✏️").expect("How many people");
        organiser.writes("18").expect("Needed now: 18").waitFor("🟢 Needed: 18");
        organiser.presses("There without Telegram").expect("How many are there");
        organiser.writes("none").expect("whole number");
        organiser.writes("0").expect("There without Telegram: 0").waitFor("🔴 Needed: 18");
        organiser.writes("/standdown").waitFor("over");
    }
}
