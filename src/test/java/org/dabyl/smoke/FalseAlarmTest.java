package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** A false alarm is told as one, with thanks, to everyone who was called. */
class FalseAlarmTest {

    @Test
    void everyoneCalledIsToldOnceThatItWasAFalseAlarm() {
        Phone supporter = town().supporter("ru", "nauryzbay");
        Phone organiser = town().organiser("en", "nauryzbay")
                .writes("/alert nauryzbay now")
                .expect("now");
        organiser.presses("Send").waitFor("Sent:");
        supporter.expect("now");
        organiser.presses("Stand down").waitFor("Is it really over?");
        assertThat(organiser.last().labels()).contains("🟢 Yes, it is over", "⚪ False alarm");
        organiser.presses("False alarm").waitFor("over: false alarm");
        supporter.expect("Ложная тревога");
        assertThat(supporter.last().text()).contains("Спасибо");

        organiser.writes("/alert nauryzbay again").waitFor("again");
        organiser.presses("Send").waitFor("Sent:");
        supporter.expect("again");
        organiser.writes("/falsealarm only a street sweeper").waitFor("over: false alarm");
        supporter.expect("only a street sweeper");
        town().saysNothingElse(supporter);
    }
}
