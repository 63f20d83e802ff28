package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import org.junit.jupiter.api.Test;

/** Answers: one tap, text where buttons fail, changed at will, each on the right alert. */
class AnsweringTest {

    @Test
    void theLastAnswerCounts() {
        Phone supporter = town().supporter("en", "kokkaynar");
        Phone organiser = alert("kokkaynar");
        supporter.expect("Come now");
        assertThat(supporter.last().rows().getFirst())
                .extracting(Seen.Key::label)
                .containsExactly("🏃 10 min", "🏃 30 min", "🏃 60 min");
        supporter.presses("60 min").expect("coming in 60 min");
        organiser.waitFor("Coming: 1");
        supporter.presses("Can’t").expect("can’t come");
        organiser.waitFor("Can’t come: 1");
        assertThat(organiser.last().text()).contains("Coming: 0");
        supporter.presses("10 min").expect("coming in 10 min");
        supporter.presses("I’m here").expect("I’m here");
        supporter.presses("Home safe").expect("home safe");
        organiser.waitFor("Home safe: 1");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void textsDoTheSameWhereButtonsFail() {
        Phone supporter = town().supporter("en", "sayaly").writes("/yes");
        supporter.expect("No alert is calling you");
        Phone organiser = alert("sayaly");
        supporter.expect("Come now").writes("\u200b/yes\u200e 20").expect("coming in 20 min");
        supporter.writes("/yes 2 h").expect("coming in 120 min");
        supporter.writes("/yes soon").expect("Write the minutes");
        supporter.writes("/no").expect("can’t come");
        supporter.writes("/here").expect("I’m here");
        supporter.writes("/home").expect("home safe");
        organiser.waitFor("Home safe: 1").writes("/standdown").waitFor("over");
    }

    @Test
    void everyAnswerLandsOnItsOwnAlert() {
        Phone supporter = town().supporter("en", "kurylysshy").writes("/start d_ulzhan-1");
        supporter.next();
        Phone one = alert("kurylysshy");
        supporter.expect("Kurylysshy");
        Seen first = supporter.last();
        Phone two = alert("ulzhan-1");
        supporter.expect("Ulzhan-1");
        supporter.press(first.id(), first.button("30 min").data()).expect("coming in 30 min");
        one.waitFor("Coming: 1");
        supporter.writes("/no").expect("Ulzhan-1");
        two.waitFor("Can’t come: 1");
        assertThat(two.last().text()).contains("Coming: 0");
        one.writes("/standdown").waitFor("over");
        two.writes("/standdown").waitFor("over");
    }

    @Test
    void whoWasNotCalledCannotAnswer() {
        Phone supporter = town().supporter("en", "ulzhan-2");
        Phone stranger = town().supporter("en", "turksib");
        Phone organiser = alert("ulzhan-2");
        supporter.expect("Come now");
        stranger.forges(supporter.last().button("10 min").data());
        stranger.writes("/yes").expect("No alert is calling you");
        organiser.writes("/board").waitFor("Sent: under 5");
        assertThat(organiser.last().text()).contains("Coming: 0");
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void whoRegistersWhileAnAlertRunsIsCalledAtOnceAndOnce() {
        Phone organiser = alert("zarya-vostoka");
        Phone late = town().supporter("en", "zarya-vostoka").expect("Come now");
        late.writes("/start d_zarya-vostoka").expect("you are registered");
        late.presses("10 min").expect("Usually there in 10 min");
        organiser.writes("/standdown").waitFor("over");
        late.expect("Over");
        assertThat(late.unread()).isEmpty();
    }

    @Test
    void whoIsMutedIsNotCalledAndWhoBlocksIsForgotten() {
        Phone muted = town().supporter("en", "trudovik").writes("/mute 8h").expect("Calls are off");
        Phone blocked = town().supporter("en", "trudovik").blocks();
        Phone awake = town().supporter("en", "trudovik");
        Phone organiser =
                town().organiser("en", "trudovik").writes("/alert trudovik now").expect(Phone.FEW);
        organiser.presses("Send").waitFor("Sent: under 5");
        awake.expect("now");
        assertThat(muted.unread()).isEmpty();
        assertThat(blocked.unread()).isEmpty();
        organiser.writes("/standdown").waitFor("over");
    }

    private static Phone alert(String code) {
        Phone organiser = town().organiser("en", code).writes("/alert " + code).expect("Come now");
        return organiser.presses("Send");
    }
}
