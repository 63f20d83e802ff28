package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class EraseTest {

    private final TestBot bot = new TestBot();

    @Test
    void whoWaitedCountsAsGone() {
        bot.register("d", 1, 3);
        bot.launch("d");

        assertThat(bot.erase.run(bot.address(2))).isEqualTo(1);
        assertThat(bot.erase.run(bot.address(2))).isZero();

        assertThat(bot.claim()).extracting(Lease::chat).containsExactlyInAnyOrder(bot.chat(1), bot.chat(3));
        assertThat(bot.progress()).isEqualTo(new Progress(3, 0, 2, 0, 0, 1, 0, 0));
    }

    @Test
    void whoWasLeasedOrRetriedCountsAsGoneAndIsNotSettledAgain() {
        bot.register("d", 1, 2);
        bot.launch("d");
        Lease retried = bot.claimOne();
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(retried, Duration.ofSeconds(1), 0));
        Lease leased = bot.claimOne();

        bot.erase.run(new Address(TestBot.ID, retried.chat()));
        bot.erase.run(new Address(TestBot.ID, leased.chat()));

        assertThat(bot.settle
                        .run(TestBot.ID, Settle.Booking.delivered(leased, "receipt", 0))
                        .held())
                .isFalse();
        assertThat(bot.progress()).isEqualTo(new Progress(2, 0, 0, 0, 0, 2, 0, 0));
    }

    @Test
    void nothingInTheStoreNamesThemAfterwards() {
        bot.register("d", 1, 1);
        bot.launch("d");
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(bot.claimOne(), "receipt", 0));
        var second = new DispatchId("a1.call.2");
        bot.dispatches.launch(TestBot.ID, TestBot.dispatch(second, Priority.CALL), TestBot.everyoneIn("d"));
        bot.dispatches.withdraw(second);
        var third = new DispatchId("a1.call.3");
        bot.dispatches.launch(TestBot.ID, TestBot.dispatch(third, Priority.CALL), TestBot.everyoneIn("d"));
        bot.claimOne();
        bot.redis.delete(java.util.List.of(TestBot.key("d"), TestBot.key("supporters")));
        assertThat(dump()).contains(bot.chat(1).value());

        assertThat(bot.erase.run(bot.address(1))).isEqualTo(3);

        assertThat(dump()).doesNotContain(bot.chat(1).value());
        assertThat(bot.count()).hasSize(3).allMatch(Count.Counted::balanced);
    }

    private String dump() {
        StringBuilder all = new StringBuilder();
        for (String key : bot.redis.keys("*")) {
            all.append(key)
                    .append(
                            switch (bot.redis.type(key)) {
                                case HASH -> bot.redis.opsForHash().entries(key).toString();
                                case SET -> String.valueOf(bot.redis.opsForSet().members(key));
                                case ZSET ->
                                    String.valueOf(bot.redis.opsForZSet().range(key, 0, -1));
                                case LIST ->
                                    String.valueOf(bot.redis.opsForList().range(key, 0, -1));
                                default ->
                                    String.valueOf(bot.redis.opsForValue().get(key));
                            });
        }
        return all.toString();
    }
}
