package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organiser hands an alert over by a number and never a name; a tap accepts, and the others are told. */
class HandoverTest {

    private final Town town = Town.town();

    /** The numbers of another story's organisers would stand between. */
    @BeforeEach
    void nobodyElseIsAnOrganiser() {
        Town.clearShared();
    }

    @Test
    void theOtherOneAcceptsByATapAndGetsTheBoard() {
        Phone tired = town.organiser("en", "tastak");
        Phone fresh = town.organiser("ru", "tastak");
        town.supporter("en", "tastak");
        tired.writes("/alert tastak They are here")
                .waitFor("They are here")
                .presses("Send")
                .waitFor("Sent: under 5");
        fresh.waitFor("тревога");

        tired.presses("Hand over").waitFor("Who shall lead").presses("Tastak");
        tired.waitFor("Asked.");
        fresh.waitFor("организатор просит вас");
        tired.writes("/handover").waitFor("Who shall lead").presses("Tastak");
        tired.waitFor("Asked.");
        assertThat(fresh.texts().stream().filter(text -> text.contains("организатор просит вас")))
                .as("asked again for the same")
                .hasSize(1);
        fresh.presses("Беру на себя").waitFor("Отправлено: меньше 5");

        tired.writes("/log").waitFor("leads alert");
        fresh.writes("/standdown").waitFor("отбой");
    }

    @Test
    void whoWasNotAskedAcceptsNothing() {
        Phone first = town.organiser("en", "trudovik");
        Phone other = town.organiser("en", "trudovik");
        first.writes("/alert trudovik They are here")
                .waitFor("They are here")
                .presses("Send")
                .waitFor("Sent: under 5");
        String standDown = first.last().button("Stand down").data();

        other.waitFor("alert").forges("handyes:" + standDown.substring(standDown.indexOf(':') + 1));
        other.writes("/help").waitFor("/handover");

        first.writes("/standdown").waitFor("over");
    }
}
