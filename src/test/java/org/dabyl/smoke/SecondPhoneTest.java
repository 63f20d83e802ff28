package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who seizes one organiser's phone makes an organiser of their own next one, and is for a day no second to themselves. */
class SecondPhoneTest {

    private static final Town TOWN = Town.with("--dabyl.acts.pause=1s", Town.SECOND + "true");
    private static final String NEW = "less than 24 h ago";

    @Test
    void whomAnOrganiserInvitesSecondsNothingForADay() {
        Phone seized = TOWN.organiser("en", "alatau");
        seized.writes("/invite alatau").waitFor("?start=o_");
        Phone next = TOWN.phone("en").opens(seized.last().link()).expect("You are an organiser: Alatau");
        assertThat(TOWN.owner().acts("is a new organiser · Alatau")).isNotEmpty();

        String agree = waits(seized, "alatau", "Everybody out").replace("send:", "second:");
        TOWN.owner().waitFor("a second one has to agree");
        next.forges(agree).expect(NEW);
        next.writes("/alert alatau Out of here")
                .expect("Out of here")
                .presses("Send")
                .expect(NEW);

        suspend(seized).waitFor("Another organiser has to do the same");
        suspend(next).waitFor(NEW);
        TOWN.owner().writes("/invite alatau").waitFor("?start=o_");

        next.writes("/panic wipe").expect(NEW);
        seized.writes("/panic wipe").waitFor("A second organiser has to confirm");
        next.forges("panic:wipe").expect(NEW);
        seized.writes("/board").waitFor("no alert now");
        assertThat(next.unread()).isEmpty();

        TOWN.telegram().pass(Duration.ofHours(24));

        agree = waits(seized, "alatau", "A day later").replace("send:", "second:");
        next.waitFor("a second one has to agree");
        next.forges(agree).waitFor("Sent: under 5");
        seized.waitFor("Sent: under 5");
        seized.writes("/standdown").waitFor("over");
    }

    @Test
    void whomTheOwnerInvitedSecondsAtOnce() {
        Phone author = TOWN.organiser("en", "nauryzbay");
        Phone second = TOWN.organiser("en", "nauryzbay");

        waits(author, "nauryzbay", "All come");

        second.waitFor("a second one has to agree").presses("I agree").waitFor("Sent: under 5");
        author.writes("/standdown").waitFor("over");
    }

    /** The data of the button that asked for a second organiser. */
    private static String waits(Phone author, String code, String text) {
        author.writes("/alert " + code + " " + text).waitFor(text);
        String send = author.last().button("Send").data();
        author.presses("Send").waitFor("waiting for a second organiser");
        return send;
    }

    /** Wants the owner cut off. */
    private static Phone suspend(Phone by) {
        by.writes("/suspend").waitFor("Two of you together");
        by.presses("All districts").waitFor("Suspend organiser");
        return by.presses("Yes, suspend");
    }
}
