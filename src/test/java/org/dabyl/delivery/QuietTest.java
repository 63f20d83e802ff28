package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(TestRedis.class)
class QuietTest {

    private final TestPhones phones = new TestPhones(new TestBot());

    @ParameterizedTest
    @CsvSource({"CALL, send", "UPDATE, send", "REMINDER, silent"})
    void onlyWhatCanWaitIsSilentInQuietHours(Priority priority, String kind) {
        phones.quiet.add(phones.bot.chat(1));

        assertThat(sent(priority)).containsExactly(kind);
    }

    @Test
    void whatCanWaitSoundsAtAnyOtherTime() {
        assertThat(sent(Priority.REMINDER)).containsExactly("send");
    }

    private List<String> sent(Priority priority) {
        phones.bot.register("d", 1, 1);
        phones.bot.dispatches.launch(TestBot.ID, TestBot.dispatch(TestBot.CALL, priority), TestBot.everyoneIn("d"));
        Sender sender = phones.sender();
        sender.start();
        try {
            await().until(() -> phones.bot.progress().delivered() == 1);
            return phones.messenger.calls.stream().map(FakeMessenger.Call::kind).toList();
        } finally {
            sender.stop();
        }
    }
}
