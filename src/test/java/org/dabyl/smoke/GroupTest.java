package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups: bound by a command or in private, kept through a move, and never told anything but the alert. */
class GroupTest {

    @Test
    void anOrganiserBindsAGroupAndNothingButTheAlertIsSaidThere() {
        Phone organiser = town().organiser("en", "karasu");
        Phone supporter = town().supporter("en", "karasu");
        Square group = Square.group(town(), organiser);
        organiser.waitFor("make me an administrator");
        group.bot(organiser, "administrator", true);
        organiser.waitFor("which district");
        for (String text : List.of("/status", "/leave", "/start d_karasu", "/alert karasu now", "/yes", "hello")) {
            group.writes(supporter, text).writes(organiser, text);
        }
        group.writes(organiser, "/bind@other_bot karasu").writes(organiser, "/bind karasu");
        organiser.waitFor("now gets the alerts");
        assertThat(group.said()).isEmpty();
        assertThat(supporter.unread()).isEmpty();

        organiser.writes("/alert karasu come now").waitFor("come now").presses("Send");
        group.shows("come now");
        organiser.writes("/standdown").waitFor("over");
        group.shows("🟢");
    }

    @Test
    void whoIsNoAdministratorThereCannotBind() {
        Phone founder = town().phone("en");
        Phone organiser = town().organiser("en", "duman");
        Square group = Square.group(town(), founder).bot(founder, "administrator", true);
        group.member(organiser, "member").writes(organiser, "/bind duman");
        organiser.waitFor("you are no administrator there");
        organiser.writes("/channels").expect("Add me to a channel");
    }

    @Test
    void aGroupThatBecomesASupergroupStaysBound() {
        Phone organiser = town().organiser("en", "kayrat");
        Square group = Square.group(town(), organiser).bot(organiser, "administrator", true);
        group.writes(organiser, "/bind kayrat");
        organiser.waitFor("now gets the alerts");
        organiser.writes("/alert kayrat come now").waitFor("come now").presses("Send");
        group.shows("come now");

        group.migrate(organiser);

        organiser.writes("/update the back gate").waitFor("News on its way");
        group.shows("the back gate");
        organiser.writes("/standdown").waitFor("over");
        group.shows("🟢");
    }

    @Test
    void whoSpeaksAsTheGroupIsMetWithSilence() {
        Phone organiser = town().organiser("en", "duman");
        town().telegram().inject("""
                {"message":{"message_id":1,"date":1,"from":{"id":%d,"is_bot":false,"first_name":"x"},
                "sender_chat":{"id":-77,"type":"supergroup","title":"x"},
                "chat":{"id":-77,"type":"supergroup","title":"x"},"text":"/bind duman"}}""".formatted(organiser.id()));
        organiser.writes("/channels").expect("Add me to a channel");
    }
}
