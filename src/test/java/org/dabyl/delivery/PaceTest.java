package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class PaceTest {

    private final TestBot bot = new TestBot(10, Duration.ofSeconds(30));
    private final Reserve reserve = new Reserve(bot.redis, bot.settings);
    private final Release release = new Release(bot.redis, bot.settings);

    @Test
    void callsTakeAllSlotsButOneAndNoMoreUntilTheyAreGivenBack() {
        bot.register("d", 1, 50);
        bot.launch("d");

        List<Lease> leases = claimAll();

        assertThat(leases).hasSize(10);
        assertThat(reserve.run(TestBot.ID, "one").granted()).isTrue();
        assertThat(reserve.run(TestBot.ID, "two").granted()).isFalse();
    }

    @Test
    void aSlotIsFreeASecondAfterItsAnswer() {
        bot.register("d", 1, 50);
        bot.launch("d");
        Lease first = claimAll().getFirst();

        var settled = bot.settle.run(TestBot.ID, Settle.Booking.delivered(first, "", 0));

        assertThat(settled.free()).isEqualTo(Duration.ofSeconds(1));
        assertThat(claimSmoothed().leases()).isEmpty();
        assertThat(claimSmoothed().next()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    @Test
    void latencyThatIsKnownIsCredited() {
        bot.register("d", 1, 50);
        bot.launch("d");
        List<Lease> leases = claimAll();

        assertThat(bot.settle
                        .run(TestBot.ID, Settle.Booking.delivered(leases.get(0), "", 80_000))
                        .free())
                .isEqualTo(Duration.ofMillis(920));
        assertThat(bot.settle
                        .run(TestBot.ID, Settle.Booking.delivered(leases.get(1), "", 5_000_000))
                        .free())
                .isZero();
        assertThat(claimSmoothed().leases()).hasSize(1);
    }

    @Test
    void callsAreSmoothed() {
        bot.register("d", 1, 50);
        bot.launch("d");

        Claim.Claimed claimed = bot.claim.run(TestBot.ID, 50);

        // one at once, and one that may come a tolerance of 100 ms, one interval, early
        assertThat(claimed.leases()).hasSize(2);
        assertThat(claimed.next()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @Test
    void aFloodOfAnswersLeavesAThirdToTheCalls() {
        bot.register("d", 1, 50);
        bot.launch("d");

        assertThat(reserveAll()).isEqualTo(7);
        assertThat(claimAll()).hasSize(3);
    }

    @Test
    void answersHaveAllSlotsWhileNobodyIsCalled() {
        assertThat(reserveAll()).isEqualTo(11);
    }

    @Test
    void anAnswerIsToldWhenTheNextSlotIsFree() {
        reserveAll();
        release.run(TestBot.ID, "slot3", 0, Duration.ZERO);

        assertThat(reserve.run(TestBot.ID, "late").next()).isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
    }

    @Test
    void an429ToAnAnswerHoldsEverybody() {
        bot.register("d", 1, 50);
        bot.launch("d");
        reserve.run(TestBot.ID, "slot");

        release.run(TestBot.ID, "slot", 0, Duration.ofSeconds(60));

        assertThat(reserve.run(TestBot.ID, "next").paused()).isTrue();
        assertThat(reserve.run(TestBot.ID, "next").next()).isBetween(Duration.ofSeconds(59), Duration.ofMillis(60_001));
        assertThat(bot.claim.run(TestBot.ID, 1).leases()).isEmpty();
        assertThat(rate()).isEqualTo("9");
    }

    @Test
    void quietMinutesRaiseThePaceToTheSetting() {
        bot.redis.opsForHash().put(TestBot.key("pace"), "rate", "4.5");
        setRaised(Duration.ofSeconds(150));

        bot.claim.run(TestBot.ID, 1);
        assertThat(rate()).isEqualTo("6.5");
        bot.claim.run(TestBot.ID, 1);
        assertThat(rate()).isEqualTo("6.5");

        setRaised(Duration.ofMinutes(5));
        bot.claim.run(TestBot.ID, 1);
        assertThat(rate()).isNull();
    }

    @Test
    void thePaceNeverFallsBelowOneASecond() {
        for (int i = 0; i < 40; i++) {
            release.run(TestBot.ID, "none", 0, Duration.ofSeconds(1));
            bot.redis.delete(TestBot.key("pause"));
        }

        assertThat(rate()).isEqualTo("1");
        bot.register("d", 1, 5);
        bot.launch("d");
        assertThat(claimAll()).hasSize(1);
    }

    private void setRaised(Duration ago) {
        long micros = bot.redis.execute((org.springframework.data.redis.core.RedisCallback<Long>)
                        connection -> connection.serverCommands().time())
                * 1000;
        bot.redis.opsForHash().put(TestBot.key("pace"), "raisedAt", String.valueOf(micros - ago.toNanos() / 1000));
    }

    private Object rate() {
        return bot.redis.opsForHash().get(TestBot.key("pace"), "rate");
    }

    private int reserveAll() {
        int granted = 0;
        while (reserve.run(TestBot.ID, "slot" + granted).granted()) {
            granted++;
        }
        return granted;
    }

    /** Claims as if the smoothing had nothing against it. */
    private Claim.Claimed claimSmoothed() {
        bot.redis.opsForHash().delete(TestBot.key("pace"), "tat");
        return bot.claim.run(TestBot.ID, 1);
    }

    private List<Lease> claimAll() {
        List<Lease> all = new ArrayList<>();
        List<Lease> some = claimSmoothed().leases();
        while (!some.isEmpty()) {
            all.addAll(some);
            some = claimSmoothed().leases();
        }
        return all;
    }
}
