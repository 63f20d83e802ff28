package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dabyl.delivery.DeliverySettings.PaidBroadcast;
import org.dabyl.store.TestRedis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is paid for is set in so many words, has a ceiling of its own, and is never an answer. */
@ExtendWith(TestRedis.class)
class PaidBroadcastTest {

    private static final Duration LEASE = Duration.ofSeconds(10);

    @Test
    void itIsOffUnlessItIsSet() {
        assertThat(new DeliverySettings(29, LEASE).paid()).isFalse();
        assertThat(new DeliverySettings(29, LEASE).broadcastRate()).isEqualTo(29);
        assertThat(paying(29, null).broadcastRate()).isEqualTo(1000);
        assertThat(paying(29, 200.0).broadcastRate()).isEqualTo(200);
        assertThat(paying(29, 200.0).rate()).isEqualTo(29);
    }

    @Test
    void whatContradictsItselfIsRefusedAtStartInWords() {
        assertThatThrownBy(() -> new DeliverySettings(29, LEASE, new PaidBroadcast(false, 500.0)))
                .hasMessageContaining("dabyl.paid-broadcast.enabled");
        assertThatThrownBy(() -> paying(1000, 500.0)).hasMessageContaining("dabyl.paid-broadcast.rate");
        assertThatThrownBy(() -> paying(29, 1001.0)).hasMessageContaining("31 to 1000");
        assertThatThrownBy(() -> paying(29, 30.0)).hasMessageContaining("31 to 1000");
    }

    @Test
    void theSettingsAreReadFromTheEnvironment() {
        ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Configured.class);
        runner.run(context ->
                assertThat(context.getBean(DeliverySettings.class)).isEqualTo(new DeliverySettings(29, LEASE)));
        runner.withPropertyValues("dabyl.paid-broadcast.enabled=true", "dabyl.paid-broadcast.rate=300")
                .run(context -> assertThat(
                                context.getBean(DeliverySettings.class).broadcastRate())
                        .isEqualTo(300));
        runner.withPropertyValues("dabyl.paid-broadcast.rate=300")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void callsAndAnswersHavePacesOfTheirOwn() {
        TestBot bot = new TestBot(paying(10, 100.0));
        bot.register("d", 1, 300);
        bot.launch("d");
        int called = 0;
        for (int claims = 0; claims < 30; claims++) {
            bot.redis.opsForHash().delete(TestBot.key("pace"), "tat");
            called += bot.claim().size();
        }
        assertThat(called).isEqualTo(100);

        Reserve reserve = new Reserve(bot.redis, bot.settings);
        int answers = 0;
        while (reserve.run(TestBot.ID, "answer" + answers).granted()) {
            answers++;
        }
        assertThat(answers).isEqualTo(11);
    }

    @Test
    void callsArePaidForAndAnswersAreNot() throws InterruptedException {
        TestPhones phones = new TestPhones(new TestBot(paying(29, 500.0)));
        phones.bot.register("d", 1, 300);
        Sender sender = phones.sender();
        sender.start();
        phones.bot.launch("d");
        for (int i = 0; i < 40; i++) {
            phones.post.send(phones.bot.address(1_000 + i), Message.of("answer", Keyboard.none()));
        }
        await().until(() -> phones.bot.progress().delivered() == 300);
        sender.stop();
        assertThat(sender.awaitQuiet(Duration.ofSeconds(5))).isTrue();

        assertThat(phones.messenger.mostInASecond("paid")).isLessThanOrEqualTo(500);
        assertThat(phones.messenger.mostInASecond("send")).isLessThanOrEqualTo(30);
        Set<String> kinds = ConcurrentHashMap.newKeySet();
        phones.messenger.calls.forEach(call -> kinds.add(call.kind()));
        assertThat(kinds).containsExactlyInAnyOrder("paid", "send");
        assertThat(phones.messenger.calls.stream().filter(call -> call.kind().equals("paid")))
                .hasSize(300);
    }

    private static DeliverySettings paying(double rate, @Nullable Double paid) {
        return new DeliverySettings(rate, LEASE, new PaidBroadcast(true, paid));
    }

    @EnableConfigurationProperties(DeliverySettings.class)
    static class Configured {}
}
