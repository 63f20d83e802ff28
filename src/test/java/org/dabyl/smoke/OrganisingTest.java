package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** Organisers: invited once, for their districts, told of each other's acts. */
class OrganisingTest {

    @Test
    void anInvitationWorksOnce() {
        town().owner().writes("/invite saya").waitFor("For which district");
        town().owner().writes("/invite tastak").waitFor("?start=o_");
        String link = town().owner().last().link();
        town().phone("en").opens(link).expect("You are an organiser: Tastak");
        town().phone("en").opens(link).expect("already used");
    }

    @Test
    void theOwnerLinkIsDeadOnceThereIsAnOwner() {
        town().phone("en").writes("/start o_AAAAAAAAAAAAAAAAAAAAAA").expect("already used or is too old");
    }

    @Test
    void theMenuShowsWhatOneMayUse() {
        Phone organiser = town().organiser("en", "kalkaman");
        organiser.writes("/help").expect("/alert");
        await().until(() -> organiser.commands().contains("alert"));
        Phone supporter = town().supporter("en", "kalkaman");
        assertThat(supporter.commands()).contains("status", "leave").doesNotContain("alert");
    }

    @Test
    void anOrganiserCallsForTheirDistrictsOnly() {
        Phone organiser = town().organiser("en", "kalkaman");
        organiser.writes("/alert shanyrak-2 now").expect("not the code of a district of yours");
        organiser.forges("new:shanyrak-2");
        organiser.writes("/organisers").expect("Kalkaman");
        assertThat(organiser.last().text()).doesNotContain("Shanyrak");
    }

    @Test
    void thePreviewBecomesTheOnlyBoard() {
        Phone organiser =
                town().organiser("en", "akzhar").writes("/alert akzhar now").expect("now");
        long preview = organiser.last().id();
        organiser.presses("Send").waitFor("Sent: under 5");
        assertThat(organiser.last().id()).isEqualTo(preview);
        organiser.writes("/standdown").waitFor("over");
        assertThat(organiser.unread()).isEmpty();
    }

    @Test
    void theOtherOrganisersOfTheDistrictSeeTheBoardToo() {
        Phone one = town().organiser("en", "aksay");
        Phone other = town().organiser("ru", "aksay");
        one.acts("is a new organiser");
        one.writes("/alert aksay now").expect("now");
        one.presses("Send").waitFor("Sent: under 5");
        other.waitFor("Отправлено");
        other.presses("Отбой").expect("Точно");
        other.presses("Да").waitFor("отбой");
        one.waitFor("over");
    }
}
