package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** A card says what it is: a call, being ready, or a notice, and of what kind. */
class LevelTest {

    @Test
    void aNoticeAsksForNothing() {
        Phone supporter = town().supporter("en", "shugyla");
        Phone organiser = town().organiser("en", "shugyla");
        organiser.writes("/alert shugyla Meeting at noon").expect("Come now");
        organiser.presses("Notice").expect("no need to come");
        organiser.presses("Send").waitFor("Sent:");
        supporter.expect("Meeting at noon");
        assertThat(supporter.last().text()).contains("no need to come").doesNotContain("🚨", "Come now");
        assertThat(supporter.last().rows()).isEmpty();
        supporter.writes("/yes").expect("No alert is calling you");
        organiser.writes("/standdown").waitFor("over");
        supporter.expect("no longer applies");
        town().saysNothingElse(supporter);
    }

    @Test
    void toStandByIsToSayHowSoonAndToWait() {
        Phone supporter = town().supporter("en", "akbulak");
        Phone organiser =
                town().organiser("en", "akbulak").writes("/alert akbulak").expect("Come now");
        organiser.presses("Be ready").expect("wait for the call");
        organiser.presses("Send");
        supporter.expect("wait for the call");
        assertThat(supporter.last().rows().getFirst()).hasSize(3);
        supporter.presses("10 min").expect("could be there in 10 min");
        organiser.waitFor("Coming: 1").writes("/standdown").waitFor("over");
    }

    @Test
    void whatPeopleAreReadyForBecomesACallByOneTap() {
        Phone ready = town().supporter("en", "dariya");
        Phone cannot = town().supporter("en", "dariya");
        Phone organiser =
                town().organiser("en", "dariya").writes("/alert dariya").expect("Come now");
        organiser.presses("Be ready").expect("wait for the call");
        organiser.presses("Send");
        cannot.expect("wait for the call").presses("Can’t").expect("can’t come");
        ready.expect("wait for the call").presses("10 min").expect("could be there in 10 min");

        organiser.waitFor("Coming: 1").presses("Make it a call").waitFor("Coming: 0");
        ready.expect("It is a call now: come");
        assertThat(ready.last().text()).contains("🚨").doesNotContain("wait for the call");
        ready.presses("30 min").expect("coming in 30 min");
        organiser.waitFor("Coming: 1").writes("/standdown").waitFor("over");
        cannot.expect("Over");
        ready.expect("Over");
        town().saysNothingElse(cannot, ready);
    }

    @Test
    void theKindIsSaidInTheLanguageOfTheReader() {
        Phone supporter = town().supporter("kk", "tastak");
        Phone organiser =
                town().organiser("en", "tastak").writes("/alert tastak").expect("demolish homes");
        organiser.presses("Bulldozers").expect("demolish homes");
        organiser.presses("Police").expect("The police have come. Come now.");
        organiser.presses("Send");
        supporter.expect("Полиция келіп тұр. Қазір келіңіз.");
        organiser.writes("/standdown").waitFor("over");
    }
}
