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
        organiser.waitFor("🚗 Car: under 5");

        organiser.writes("/others 20").waitFor("There without Telegram: 20");
        organiser.waitFor("🟢 Needed: 20");
        organiser.presses("Need 50").waitFor("🔴 Needed: 50");
        assertThat(organiser.last().labels()).contains("👥 Need 100", "👥 Need 200");
        organiser.presses("✏️").waitFor("How many people");
        organiser.writes("18").waitFor("Needed now: 18").waitFor("🟢 Needed: 18");
        organiser.presses("There without Telegram").waitFor("How many are there");
        organiser.writes("none").waitFor("whole number");
        organiser.writes("0").waitFor("There without Telegram: 0").waitFor("🔴 Needed: 18");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void whatIsToBeBroughtIsAskedForOnTheCardUntilItIsThere() {
        Phone driver = town().supporter("en", "algabas").writes("/status");
        driver.next();
        driver.presses("Car").expect("Car");
        Phone other = town().supporter("en", "algabas");
        Phone organiser =
                town().organiser("en", "algabas").writes("/alert algabas").expect("Come now");
        organiser.presses("Needed").next();
        organiser.presses("What to bring").next();
        organiser.presses("🚗 1").expect("Needed most: 🚗 Car");
        organiser.presses("⚖️ 2").expect("Needed most: 🚗 Car · ⚖️ Legal help");
        assertThat(organiser.last().labels().getFirst()).contains("Send");
        assertThat(organiser.last().labels()).contains("✅ 🚗 1", "✅ ⚖️ 2");
        organiser.presses("Send").waitFor("🔴 Needed: 🚗 Car 0 of 1 · ⚖️ Legal help 0 of 2");

        driver.expect("Needed most: 🚗 Car · ⚖️ Legal help").presses("10 min").expect("Needed most: ⚖️ Legal help");
        assertThat(driver.last().text()).doesNotContain("🚗");
        organiser.waitFor("🔴 Needed: 🚗 Car 1 of 1 · ⚖️ Legal help 0 of 2");
        other.expect("Needed most").presses("Can’t").expect("can’t come");
        organiser.presses("🎒").waitFor("how many are needed who bring");
        organiser.presses("✅ ⚖️ 2").waitFor("Needed: 🚗 Car 1 of 1");
        organiser.writes("/need_camera 1").waitFor("Needed now: 📷 Camera 1");
        organiser.waitFor("🔴 Needed: 🚗 Car 1 of 1 · 📷 Camera 0 of 1");
        organiser.writes("/need_camera many").waitFor("whole number");
        organiser.writes("/need_camera 0").waitFor("Needed now: 📷 Camera 0");
        organiser.writes("/need 3").waitFor("Needed now: 3").waitFor("Needed: 3 · 🚗 Car 1 of 1");
        driver.writes("/need 3").expect("no such command");
        organiser.writes("/standdown").waitFor("over");
        driver.expect("Over");
        other.expect("Over");
        town().saysNothingElse(driver, other);
    }
}
