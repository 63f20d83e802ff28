package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** A channel of the district gets the card, the news and the end. */
class ChannelTest {

    @Test
    void aBoundChannelGetsTheCardFirstThenTheNewsAndTheEnd() {
        Phone organiser = town().organiser("en", "shugyla");
        Phone supporter = town().supporter("en", "shugyla");
        Square channel = Square.channel(town(), organiser);
        organiser.expect("which district").presses("Shugyla").waitFor("now gets the alerts of Shugyla");
        organiser.presses("English").waitFor("now gets the alerts");

        organiser.writes("/alert shugyla bulldozers at the school").waitFor("at the school");
        organiser.presses("Send");

        Seen card = channel.shows("bulldozers at the school");
        supporter.expect("bulldozers at the school");
        // a bot numbers what it sends
        assertThat(card.id()).isLessThan(supporter.last().id());
        assertThat(card.labels())
                .containsExactly("🏃 10 min", "🏃 30 min", "🏃 60 min", "✋ I’m here", "Can’t come", "🔔 Register");
        organiser.writes("/update to the back gate").waitFor("News on its way");
        channel.shows("to the back gate");
        organiser.writes("/standdown").waitFor("over");
        channel.shows("🟢");
        supporter.waitFor("🟢");
        assertThat(channel.said()).hasSize(3).allSatisfy(seen -> assertThat(seen.rows())
                .isEmpty());
        assertThat(channel.said()).noneMatch(seen -> seen.text().contains("🚨"));
    }

    @Test
    void oneWhoIsNoOrganiserIsMetWithSilence() {
        Phone stranger = town().supporter("en", "shugyla");
        Square.channel(town(), stranger);
        Square group = Square.group(town(), stranger).writes(stranger, "/bind shugyla");
        stranger.writes("/status").expect("You are registered");
        assertThat(stranger.unread()).isEmpty();
        assertThat(group.said()).isEmpty();
    }

    @Test
    void theRightToWriteIsAskedForAndItsLossIsToldWithWhatToDo() {
        Phone organiser = town().organiser("en", "algabas");
        Square channel = Square.channel(town(), organiser).bot(organiser, "administrator", false);
        organiser.waitFor("make me an administrator");
        channel.bot(organiser, "administrator", true);
        organiser.expect("which district").presses("Algabas").waitFor("now gets the alerts");
        organiser.writes("/channels").expect("Neighbours — Algabas");

        channel.bot(organiser, "left", true);

        organiser.expect("no longer gets the alerts of Algabas");
        organiser.writes("/channels").expect("Add me to a channel");
        assertThat(organiser.last().text()).doesNotContain("Neighbours");
    }

    @Test
    void unbindingIsAskedTwiceAndToldToTheOthers() {
        Phone organiser = town().organiser("en", "akbulak");
        Phone other = town().organiser("en", "akbulak");
        Square.channel(town(), organiser);
        organiser.waitFor("which district").presses("Akbulak").waitFor("now gets");
        assertThat(other.acts(": bound a channel or group · Akbulak")).contains("Neighbours");
        organiser.writes("/channels").expect("Neighbours").presses("Neighbours").expect("Unbind “Neighbours”?");
        organiser.presses("Yes, unbind").expect("Add me to a channel");
        assertThat(other.acts(": unbound a channel or group · Akbulak")).contains("Neighbours");
    }
}
