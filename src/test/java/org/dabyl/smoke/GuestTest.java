package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** Answers below a channel's card: guests count apart, and a person counts once. */
class GuestTest {

    @Test
    void aGuestCountsIsInvitedAndBecomesTheirsWhoRegisters() {
        Phone organiser = town().organiser("en", "madeniet");
        Square channel = bound(organiser, "Madeniet");
        Phone guest = town().phone("en");
        Seen card = alert(organiser, channel, "madeniet");

        assertThat(channel.presses(guest, card, "30 min")).contains("coming in 30 min", "press “Register”");
        organiser.waitFor("Guests, not registered: 1");
        assertThat(organiser.last().text()).contains("Coming: 1");
        assertThat(channel.presses(guest, card, "I’m here")).contains("I’m here");
        organiser.waitFor("There: 1");
        assertThat(organiser.last().text()).contains("Coming: 0", "Guests, not registered: 1");
        assertThat(guest.unread()).isEmpty();

        guest.writes("/start d_madeniet").expect("you are registered").waitFor("come now");
        organiser.writes("/board").waitFor("There: 1");
        assertThat(organiser.last().text()).doesNotContain("not registered");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void aSupporterAnswersOnceWhereverTheyPress() {
        Phone organiser = town().organiser("en", "dariya");
        Phone supporter = town().supporter("en", "dariya");
        Phone neighbour = town().supporter("en", "duman");
        Square channel = bound(organiser, "Dariya");
        Seen card = alert(organiser, channel, "dariya");
        supporter.expect("come now").presses("10 min").expect("coming in 10 min");

        assertThat(channel.presses(supporter, card, "Can’t come"))
                .contains("can’t come")
                .doesNotContain("Register");
        assertThat(channel.presses(neighbour, card, "30 min"))
                .contains("coming in 30 min")
                .doesNotContain("Register");

        organiser.waitFor("Can’t come: 1");
        assertThat(organiser.last().text()).contains("Coming: 1");
        neighbour.expect("come now");
        organiser.writes("/standdown").waitFor("over");
        neighbour.waitFor("🟢");
    }

    @Test
    void aForgedOrLatePressIsAnsweredWithAToast() {
        Phone organiser = town().organiser("en", "tastak");
        Square one = bound(organiser, "Tastak");
        Phone guest = town().phone("en");
        Seen card = alert(organiser, one, "tastak");
        organiser.writes("/standdown").waitFor("over");
        one.shows("🟢");
        town().telegram().inject("""
                {"callback_query":{"id":"%d","from":{"id":%d,"is_bot":false,"first_name":"x"},"inline_message_id":"x",
                "data":"%s"}}""".formatted(
                        System.nanoTime(), guest.id(), card.button("10 min").data()));
        organiser.writes("/board").waitFor("There is no alert now");
        assertThat(guest.unread()).isEmpty();
    }

    private static Square bound(Phone organiser, String name) {
        Square channel = Square.channel(town(), organiser);
        organiser
                .waitFor("which district")
                .presses(name)
                .waitFor("now gets")
                .presses("English")
                .waitFor("now gets");
        return channel;
    }

    private static Seen alert(Phone organiser, Square channel, String code) {
        organiser.writes("/alert " + code + " come now").waitFor("come now");
        organiser.presses("Send");
        return channel.shows("come now");
    }
}
