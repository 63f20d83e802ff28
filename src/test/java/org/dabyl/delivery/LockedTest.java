package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.dabyl.delivery.Reserve.Rank;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A locked bot sends nothing but what is vital, and goes on where it stood. */
@ExtendWith(TestRedis.class)
class LockedTest {

    private static final Message TEXT = Message.of("text", Keyboard.none());

    private final TestPhones phones = new TestPhones(new TestBot(100, Duration.ofSeconds(30)));
    private final TestBot bot = phones.bot;

    @BeforeEach
    void lock() {
        bot.register("d", 1, 5);
        bot.redis.opsForValue().set(TestBot.key("locked"), "1");
    }

    @Test
    void nothingOfADispatchIsClaimedAndAllOfItAfterwards() {
        bot.launch("d");

        assertThat(bot.claim()).isEmpty();
        assertThat(bot.progress().waiting()).isEqualTo(5);

        unlock();
        assertThat(bot.claim()).hasSize(5);
    }

    @Test
    void aRunningSenderStandsStillAndGoesOn() throws InterruptedException {
        Sender sender = phones.sender();
        sender.start();
        try {
            bot.launch("d");
            assertThat(phones.post.vital().send(bot.address(9), TEXT)).isPresent();
            assertThat(phones.messenger.calls).hasSize(1);

            unlock();
            await().until(() -> bot.progress().delivered() == 5);
        } finally {
            sender.stop();
            sender.awaitQuiet(Duration.ofSeconds(5));
        }
    }

    @Test
    void whatWaitedTooLongDoesNotGoOut() {
        bot.launch("d");
        bot.redis.opsForHash().put(TestBot.key("dispatch:" + TestBot.CALL.value()), "until", "1");
        unlock();

        assertThat(bot.claim()).isEmpty();
        assertThat(bot.progress().failed()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(value = Rank.class, mode = EnumSource.Mode.EXCLUDE, names = "VITAL")
    void noOtherRankGetsASlot(Rank rank) {
        Reserve reserve = new Reserve(bot.redis, bot.settings);

        assertThat(reserve.run(TestBot.ID, "slot", rank, Duration.ofMinutes(1)).granted())
                .isFalse();

        unlock();
        assertThat(reserve.run(TestBot.ID, "slot", rank, Duration.ofMinutes(1)).granted())
                .isTrue();
    }

    @Test
    void anAnswerIsGivenUpAtOnceAndHoldsNobodyUp() {
        assertThat(phones.post.send(bot.address(1), TEXT)).isEqualTo(OptionalLong.empty());
        assertThat(phones.post.boards().edit(bot.address(1), 7, TEXT)).isEqualTo(Post.Edit.UNKNOWN);
        assertThat(phones.post.clearing().delete(bot.address(1), List.of(7L))).isEqualTo(Post.Edit.UNKNOWN);
        assertThat(phones.messenger.calls).isEmpty();

        assertThat(phones.post.vital().edit(bot.address(1), 7, TEXT)).isEqualTo(Post.Edit.DONE);
        assertThat(phones.post.farewell().send(bot.address(1), TEXT)).isPresent();
    }

    private void unlock() {
        bot.redis.delete(TestBot.key("locked"));
    }
}
