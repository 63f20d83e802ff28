package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An alert that everyone forgot ends by itself, is announced before to its organisers, and can be kept open. */
class ForgottenAlertTest {

    @Test
    void aForgottenAlertIsAnnouncedCanBeKeptOpenAndEndsByItself() {
        // hours pass: nobody shall be reminded or asked meanwhile
        Town town = Town.with(
                "--dabyl.reminders.silent-after=2d", "--dabyl.reminders.late-after=2d", "--dabyl.rings.after=2d");
        Phone supporter = town.supporter("en", "karasu");
        Phone organiser =
                town.organiser("en", "karasu").writes("/alert karasu now").expect("now");
        organiser.presses("Send").waitFor("Sent: under 5");
        supporter.expect("now");

        town.telegram().pass(Duration.ofMinutes(11 * 60 + 31));
        organiser.waitFor("still running?");
        organiser.presses("Keep it open").waitFor("stays open");
        town.telegram().pass(Duration.ofMinutes(31));
        supporter.writes("/yes 10").expect("coming in 10 min");
        assertThat(supporter.unread()).isEmpty();

        town.telegram().pass(Duration.ofMinutes(11 * 60 + 31));
        organiser.waitFor("still running?");
        town.telegram().pass(Duration.ofMinutes(31));
        supporter.expect("Ended by itself");
        organiser.waitFor("over: ended by itself");
        town.saysNothingElse(supporter);
    }
}
