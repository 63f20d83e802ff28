package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class WithdrawTest {

    private final TestBot bot = new TestBot();

    @Test
    void whoWasNotTriedIsTakenBackAndKnown() {
        bot.register("d", 1, 5);
        bot.launch("d");
        Lease lease = bot.claimOne();

        assertThat(bot.dispatches.withdraw(TestBot.CALL)).isEqualTo(4);
        assertThat(bot.dispatches.withdraw(TestBot.CALL)).isZero();

        assertThat(bot.claim()).isEmpty();
        assertThat(bot.redis.opsForSet().members(Dispatches.withdrawn(TestBot.ID, TestBot.CALL)))
                .hasSize(4)
                .doesNotContain(lease.chat().value());
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 1, 0, 0, 0, 0, 4));
    }

    @Test
    void whatIsUnderWayIsStillBookedAsItEnds() {
        bot.register("d", 1, 5);
        bot.launch("d");
        Lease delivered = bot.claimOne();
        Lease unknown = bot.claimOne();
        Lease refused = bot.claimOne();
        bot.claimOne();
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(bot.claimOne(), Duration.ofSeconds(1), 0));
        bot.dispatches.withdraw(TestBot.CALL);

        bot.settle.run(TestBot.ID, Settle.Booking.delivered(delivered, "", 0));
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(unknown, Duration.ofSeconds(1), 0));
        bot.settle.run(TestBot.ID, Settle.Booking.refused(refused, "too long", 0));
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 1, 1, 1, 0, 1, 1));
        bot.makeDue("leases");
        bot.makeDue("retries:call");

        assertThat(bot.claim()).isEmpty();
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 0, 0, 1, 0, 1, 3));
        assertThat(bot.redis.opsForHash().get(TestBot.key("dispatch:a1.call.1"), "endedAt"))
                .isNotNull();
    }

    @Test
    void withdrawnBeforeItsLaunchItIsNeverLaunched() {
        bot.register("d", 1, 5);

        assertThat(bot.dispatches.withdraw(TestBot.CALL)).isZero();

        assertThat(bot.launch("d")).isZero();
        assertThat(bot.claim()).isEmpty();
        assertThat(bot.progress()).isEqualTo(Progress.NONE);
        assertThat(bot.redis.getExpire(TestBot.key("dispatch:a1.call.1"))).isPositive();
    }
}
