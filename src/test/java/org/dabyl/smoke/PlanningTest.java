package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** What is decided in the preview: the number needed, the gathering point, and the rendezvous of those who come. */
class PlanningTest {

    @Test
    void onlyThoseWhoComeLearnTheRendezvous() {
        Phone coming = town().supporter("en", "kayrat");
        Phone absent = town().supporter("en", "kayrat");
        Phone organiser =
                town().organiser("en", "kayrat").writes("/alert kayrat").expect("Come now");
        organiser.presses("Muster point").expect("Where should people gather");
        organiser.isAt(43.21, 76.82).expect("?q=43.21000,76.82000");
        organiser.presses("Rendezvous").expect("Only those who answer");
        organiser.writes("Behind the mill").expect("Behind the mill");
        organiser.presses("Send");
        for (Phone phone : new Phone[] {coming, absent}) {
            phone.expect("?q=43.21000,76.82000");
            assertThat(phone.last().text()).doesNotContain("mill");
        }
        coming.presses("30 min").expect("Behind the mill");
        absent.presses("Can’t").expect("can’t come");
        assertThat(absent.last().text()).doesNotContain("mill");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void theNumberNeededIsChosenOrWrittenAndTheFirstButtonStillSends() {
        Phone organiser =
                town().organiser("en", "dariya").writes("/alert dariya").expect("Come now");
        organiser.presses("Needed: ?").expect("Come now");
        assertThat(organiser.last().labels().getFirst()).contains("Send");
        organiser.presses("50").expect("Come now");
        assertThat(organiser.last().labels()).contains("👥 Needed: 50 ▾");
        organiser.presses("Needed").next();
        organiser.presses("Another number").expect("How many people");
        organiser.writes("many").expect("whole number");
        organiser.writes("75").expect("Come now");
        assertThat(organiser.last().labels()).contains("👥 Needed: 75 ▾");
        organiser.presses("Don’t send").expect("Not sent");
    }

    @Test
    void anotherOrganisersDraftCannotBeChanged() {
        Phone organiser = town().organiser("en", "aksay");
        Phone other = town().organiser("en", "aksay");
        organiser.writes("/alert aksay").expect("Come now");
        other.forges(organiser.last().button("Notice").data());
        other.writes("/board").expect("no alert now");
        assertThat(organiser.unread()).isEmpty();
    }
}
