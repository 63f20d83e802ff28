package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class ProlongTest {

    private final TestBot bot = new TestBot();
    private final Prolong prolong = new Prolong(bot.redis, bot.settings);

    @BeforeEach
    void launchToThree() {
        bot.register("d", 1, 3);
        bot.launch("d");
    }

    @Test
    void aSenderThatLivesKeepsWhatItHasUnderWay() {
        Lease lease = bot.claimOne();
        bot.makeDue("leases");
        bot.makeDue("pace:calls");

        assertThat(prolong.run(TestBot.ID, List.of(lease))).isEqualTo(1);

        assertThat(bot.claim()).hasSize(2).doesNotContain(lease);
        assertThat(bot.redis.opsForZSet().size(TestBot.key("pace:calls"))).isEqualTo(3);
        assertThat(bot.settle
                        .run(TestBot.ID, Settle.Booking.delivered(lease, "", 0))
                        .held())
                .isTrue();
    }

    @Test
    void whatIsSettledStaysSettledAndItsSlotIsFreeInTime() {
        Lease lease = bot.claimOne();
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(lease, "", 0));
        double free = slot();

        assertThat(prolong.run(TestBot.ID, List.of(lease))).isZero();

        assertThat(slot()).isEqualTo(free);
        assertThat(bot.progress()).isEqualTo(new Progress(3, 2, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void whatWasTakenOverIsNoLongerHeld() {
        Lease lost = bot.claimOne();
        bot.makeDue("leases");
        Lease taken = bot.claimOne();

        assertThat(taken.chat()).isEqualTo(lost.chat());
        assertThat(prolong.run(TestBot.ID, List.of(lost))).isZero();
        assertThat(prolong.run(TestBot.ID, List.of(lost, taken))).isEqualTo(1);
    }

    private double slot() {
        var slots = bot.redis.opsForZSet().rangeWithScores(TestBot.key("pace:calls"), 0, 0);
        return Objects.requireNonNull(slots).stream()
                .mapToDouble(slot -> Objects.requireNonNull(slot.getScore()))
                .sum();
    }
}
