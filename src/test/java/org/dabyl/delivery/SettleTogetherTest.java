package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.dabyl.delivery.Settle.Booking;
import org.dabyl.delivery.Settle.Settled;
import org.dabyl.store.TestRedis;
import org.dabyl.store.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class SettleTogetherTest {

    private final TestBot bot = new TestBot();

    @Test
    void everyLeaseOfABatchIsFencedAloneAndTheBookBalances() {
        bot.register("d", 1, 6);
        bot.launch("d");
        List<Lease> leases = bot.claim();

        List<Settled> settled = bot.settle.run(
                TestBot.ID,
                List.of(
                        Booking.delivered(leases.get(0), "receipt", 0),
                        Booking.delivered(leases.get(0), "receipt", 0),
                        Booking.delivered(leases.get(1), "", 0),
                        Booking.refused(leases.get(2), "too long", 0),
                        Booking.unknown(leases.get(3), java.time.Duration.ZERO, 0),
                        Booking.gone(leases.get(4), 0)));

        assertThat(settled).extracting(Settled::held).containsExactly(true, false, true, true, true, true);
        assertThat(bot.progress()).isEqualTo(new Progress(6, 0, 1, 0, 2, 1, 2, 0));
        assertThat(bot.count()).allMatch(Count.Counted::balanced);
        assertThat(bot.redis.opsForHash().size(TestBot.key("dispatch:a1.call.1:receipts")))
                .isEqualTo(1);
    }

    @Test
    void manyAtOnceAreAllBooked() throws InterruptedException {
        bot.register("d", 1, 100);
        bot.launch("d");
        Together<BotId, Booking, Settled> bookings = new Together<>(bot.settle::run);
        List<Thread> threads = IntStream.range(0, 100)
                .mapToObj(n -> bot.claimOne())
                .map(lease ->
                        Thread.ofVirtual().unstarted(() -> bookings.ask(TestBot.ID, Booking.delivered(lease, "", 0))))
                .toList();

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(bot.progress().delivered()).isEqualTo(100);
        assertThat(bot.count()).allMatch(Count.Counted::balanced);
    }
}
