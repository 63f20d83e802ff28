package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people write who are called reaches the organisers whole, under a number; the names of districts stay a search. */
class RemarkTest {

    private final Town town = Town.town();

    @Test
    void whatACalledPersonWritesIsReadByTheOrganisersUnderANumber() {
        Phone supporter =
                town.supporter("en", "bostandyk").writes("just saying").expect("Nobody will read this");
        Phone organiser =
                town.organiser("en", "bostandyk").writes("/alert bostandyk now").expect("now");
        organiser.presses("Send").waitFor("Sent: under 5");
        supporter.expect("now");

        String whole = "one at the school, ".repeat(200) + "end";
        supporter.writes("two bulldozers at Medeu street").expect("Passed on to the organisers");
        supporter.writes(whole).expect("Passed on to the organisers");
        supporter.writes("Medeu").expect("Which of these?");

        organiser.waitFor("Coming: 0");
        organiser.writes("/board").waitFor("Coming: 0");
        assertThat(organiser.last().labels()).contains("✍️ Remarks (2)");
        organiser.presses("Remarks").waitFor("№ 1");
        assertThat(organiser.last().text()).doesNotContain(Long.toString(supporter.id()));
        StringBuilder read = new StringBuilder(organiser.last().text());
        organiser.presses("Older").waitFor("2/2");
        read.append(organiser.last().text());
        assertThat(read).contains("two bulldozers at Medeu street", "end");
        assertThat(read.toString().split("one at the school", -1)).hasSize(201);

        organiser.writes("/standdown").waitFor("over");
        supporter.expect("Over").writes("too late").expect("Nobody will read this");
    }
}
