package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Said;
import org.dabyl.delivery.BotId;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final BotId BOT = new BotId(1);

    private final List<String> told = new ArrayList<>();
    private final Hearing hearing = new Hearing(TestVault.create(), BOT);
    private long nanos;
    private final Refusals refusals = new Refusals(
            hearing,
            new Listener() {
                @Override
                public void hear(Incoming incoming) {}

                @Override
                public boolean refuse(Incoming incoming) {
                    String data = incoming.said() instanceof Said.Press press ? press.data() : "?";
                    told.add(data);
                    return data.startsWith("send");
                }
            },
            () -> nanos);

    @Test
    void whoPressesIsToldOnce() {
        refusals.refuse(press(1, "send:x"));
        refusals.refuse(press(1, "send:x"));
        refusals.refuse(press(2, "a:x:no"));

        assertThat(told).containsExactly("send:x", "a:x:no");
    }

    @Test
    void whatWasRefusedForGoodStaysRefusedAndAnAnswerCountsLater() {
        refusals.refuse(press(1, "send:x"));
        refusals.refuse(press(2, "a:x:no"));

        assertThat(refusals.contain(press(1, "send:x"))).isTrue();
        assertThat(refusals.contain(press(2, "a:x:no"))).isFalse();
        assertThat(refusals.contain(press(3, "send:x"))).isFalse();
    }

    @Test
    void aTextIsToldNothingNowAndIsLateAfterHalfAMinute() {
        refusals.refuse(text(1));
        nanos = Duration.ofSeconds(30).toNanos();
        refusals.refuse(text(1));
        refusals.refuse(text(2));
        assertThat(refusals.late(incoming(text(1)))).isFalse();

        nanos++;
        assertThat(refusals.late(incoming(text(1)))).isTrue();
        assertThat(refusals.late(incoming(text(2)))).isFalse();
        assertThat(refusals.late(incoming(text(3)))).isFalse();
        assertThat(refusals.contain(text(1))).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void whatNobodySaidIsPassedOver() {
        refusals.refuse(new Heard.Silence());
        refusals.refuse(new Heard.IdlePress("p"));

        assertThat(told).isEmpty();
        assertThat(refusals.contain(new Heard.Silence())).isFalse();
    }

    @Test
    void theOldestAreForgottenAfterTenThousand() {
        for (long id = 1; id <= 10_001; id++) {
            refusals.refuse(press(id, "send:x"));
        }

        assertThat(refusals.contain(press(1, "send:x"))).isFalse();
        assertThat(refusals.contain(press(2, "send:x"))).isTrue();
    }

    private Heard press(long id, String data) {
        return hearing.hear(id, Updates.press(id, 42, data));
    }

    private Heard text(long id) {
        return hearing.hear(id, Updates.text(id, 42, "/standdown"));
    }

    private static Incoming incoming(Heard heard) {
        return ((Heard.Speech) heard).incoming();
    }
}
