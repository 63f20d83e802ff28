package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class ReturnTest {

    @Test
    void whatWaitsIsDueAtOnceAndTheSenderIsWoken() {
        TestBot bot = new TestBot();
        Revocations revocations = new Revocations(Clock.systemUTC());
        List<BotId> woken = new ArrayList<>();
        bot.bell.wakes(TestBot.ID, () -> woken.add(TestBot.ID));
        bot.register("d", 1, 2);
        bot.launch("d");
        bot.claim()
                .forEach(lease -> bot.settle.run(TestBot.ID, Settle.Booking.unknown(lease, Duration.ofMinutes(1), 0)));
        revocations.add(TestBot.ID);
        assertThat(bot.claim()).isEmpty();
        woken.clear();

        new Return(bot.redis, revocations, bot.bell).on(new BotBack(TestBot.ID));

        assertThat(bot.claim()).hasSize(2);
        assertThat(revocations.contain(TestBot.ID)).isFalse();
        assertThat(woken).containsExactly(TestBot.ID);
        assertThat(bot.count()).allMatch(Count.Counted::balanced);
    }
}
