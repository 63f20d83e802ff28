package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.smoke.Town.town;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What nobody should send: a clear short answer or silence, and never a lost update behind it. */
@ExtendWith(OutputCaptureExtension.class)
class HostileInputTest {

    @Test
    void aCommandThatOneMayNotUseIsAnsweredAsIfItDidNotExist() {
        Phone phone = town().supporter("en", "duman");
        String unknown = phone.writes("/nonsense").next().text();
        for (String command : List.of("/alert duman now", "/board", "/update x", "/standdown", "/invite duman")) {
            Phone other = town().supporter("en", "duman");
            assertThat(other.writes(command).next().text()).as(command).isEqualTo(unknown);
        }
    }

    @Test
    void forgedButtonsDoNothing() {
        Phone phone = town().supporter("en", "duman");
        for (String data :
                List.of("send:aaaaaaaaaa", "a:aaaaaaaaaa:c10", "over:x", "reg:", "reg:../x", "zzz", ":", "a")) {
            phone.forges(data);
        }
        phone.writes("/status").expect("You are registered");
    }

    @Test
    void nothingHostileStopsTheBotOrReachesItsLog(CapturedOutput log) {
        for (String update : List.of(
                "{}",
                "{\"message\":null}",
                "{\"message\":{}}",
                "{\"message\":{\"message_id\":1,\"chat\":{\"id\":99999999999999999999,\"type\":\"private\"},\"text\":\"/start\"}}",
                "{\"message\":{\"message_id\":\"x\",\"from\":7,\"chat\":{\"id\":\"y\",\"type\":\"private\"},\"text\":5}}",
                "{\"message\":{\"message_id\":1,\"from\":{\"id\":5},\"chat\":{\"id\":-5,\"type\":\"group\"},\"text\":\"/alert x\"}}",
                "{\"edited_message\":{\"message_id\":1,\"from\":{\"id\":5},\"chat\":{\"id\":5,\"type\":\"private\"},\"text\":\"/leave\"}}",
                "{\"channel_post\":{\"message_id\":1,\"chat\":{\"id\":-5,\"type\":\"channel\"},\"text\":\"x\"}}",
                "{\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":5}}}",
                "{\"callback_query\":{\"id\":\"1\",\"data\":\"reg:duman\"}}",
                "{\"poll\":[[[[]]]]}")) {
            town().telegram().inject(update);
        }
        town().phone("en").writes("/start d_duman").expect("you are registered");
        assertThat(log.getAll()).doesNotContain("Exception");
    }

    @Test
    void aTextFullOfMarkupIsShownAsItIs() {
        Phone supporter = town().supporter("en", "aygerim");
        Phone organiser = town().organiser("en", "aygerim");
        String markup = "<b>now</b> *x* _y_ [z](http://q) $1 \\ {0} 👩‍👩‍👧";
        organiser.writes("/alert aygerim " + markup).expect(markup);
        organiser.presses("Send");
        supporter.expect(markup);
        organiser.writes("/standdown").waitFor("over");
    }

    @Test
    void anOverlongTextIsRefusedWithTheNumberAllowed() {
        Phone organiser = town().organiser("en", "aygerim");
        organiser.writes("/alert aygerim " + "x".repeat(1001)).expect("at most 1000");
    }

    @Test
    void aCodeAsLongAsAMessageIsQuotedInPart() {
        Phone organiser = town().organiser("en", "aygerim");
        organiser.writes("/alert " + "😀".repeat(2044)).expect("😀…");
    }
}
