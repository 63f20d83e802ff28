package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dabyl.delivery.Release.Used;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class SettleTest {

    private final TestBot bot = new TestBot();

    @BeforeEach
    void launchToFive() {
        bot.register("d", 1, 5);
        bot.launch("d");
    }

    @Test
    void aDeliveryIsBookedAndItsReceiptKept() {
        Lease lease = bot.claimOne();

        assertThat(bot.settle
                        .run(TestBot.ID, Settle.Booking.delivered(lease, "receipt", 0))
                        .held())
                .isTrue();

        assertThat(bot.progress()).isEqualTo(new Progress(5, 4, 0, 0, 1, 0, 0, 0));
        assertThat(receipt(lease)).isEqualTo("receipt");
    }

    @Test
    void whoLeftMeanwhileLeavesNoReceipt() {
        Lease lease = bot.claimOne();
        bot.redis.opsForHash().delete(TestBot.key("supporters"), lease.chat().value());

        bot.settle.run(TestBot.ID, Settle.Booking.delivered(lease, "receipt", 0));

        assertThat(bot.progress().delivered()).isEqualTo(1);
        assertThat(receipt(lease)).isNull();
    }

    @Test
    void aStaleLeaseChangesNothing() {
        Lease first = bot.claimOne();
        bot.makeDue("leases");
        Lease second = bot.claimOne();
        Progress before = bot.progress();

        assertThat(bot.settle
                        .run(TestBot.ID, Settle.Booking.delivered(first, "receipt", 0))
                        .held())
                .isFalse();
        assertThat(bot.settle
                        .run(TestBot.ID, Settle.Booking.refused(first, "too long", 0))
                        .held())
                .isFalse();
        assertThat(bot.settle
                        .run(TestBot.ID, Settle.Booking.unknown(first, Duration.ZERO, 0))
                        .held())
                .isFalse();

        assertThat(bot.progress()).isEqualTo(before);
        assertThat(receipt(first)).isNull();
        assertThat(bot.settle
                        .run(TestBot.ID, Settle.Booking.delivered(second, "", 0))
                        .held())
                .isTrue();
        assertThat(bot.settle
                        .run(TestBot.ID, Settle.Booking.delivered(second, "", 0))
                        .held())
                .isFalse();
        assertThat(bot.progress().delivered()).isEqualTo(1);
    }

    @Test
    void theLastSettledEndsIt() {
        bot.claim().forEach(lease -> {
            assertThat(ended()).isNull();
            bot.settle.run(TestBot.ID, Settle.Booking.gone(lease, 0));
        });

        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 0, 0, 0, 5, 0, 0));
        assertThat(ended()).isNotNull();
    }

    @Test
    void anUnknownOutcomeIsTriedAgain() {
        Lease lease = bot.claimOne();

        bot.settle.run(TestBot.ID, Settle.Booking.unknown(lease, Duration.ofSeconds(9), 0));

        assertThat(bot.progress()).isEqualTo(new Progress(5, 4, 0, 1, 0, 0, 0, 0));
        bot.makeDue("retries:call");
        assertThat(bot.claimOne())
                .isEqualTo(new Lease(lease.dispatch(), lease.chat(), 2, lease.language(), lease.priority()));
    }

    @Test
    void aRetryThatWouldComeTooLateIsGivenUp() {
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(bot.claimOne(), Launch.TRIED.plusMinutes(1), 0));

        assertThat(bot.progress()).isEqualTo(new Progress(5, 4, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void afterAnOutageTheFirstAnswerMakesAllRetriesDueInTheirOrder() {
        List<Lease> leases = bot.claim();
        for (int i = 0; i < 5; i++) {
            bot.settle.run(TestBot.ID, Settle.Booking.unknown(leases.get(i), Duration.ofSeconds(60 - i), 0));
        }
        assertThat(bot.claim()).isEmpty();

        new Release(bot.redis, bot.settings)
                .run(TestBot.ID, List.of(new Used("a board", 0, Duration.ZERO, Release.Call.ANSWERED)));

        List<Lease> again = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            again.add(bot.claimOne());
        }
        assertThat(again)
                .extracting(Lease::chat)
                .containsExactlyElementsOf(
                        leases.reversed().stream().map(Lease::chat).toList());
        assertThat(bot.redis.getExpire(TestBot.key("leases"))).isPositive();
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 5, 0, 0, 0, 0, 0));
    }

    @Test
    void aDeliveryAfterAnOutageDoesSoToo() {
        bot.register("e", 11, 12);
        List<Lease> leases = new ArrayList<>(bot.claim());
        leases.forEach(lease -> bot.settle.run(TestBot.ID, Settle.Booking.unknown(lease, Duration.ofHours(1), 0)));
        DispatchId next = new DispatchId("a2");
        bot.dispatches.launch(TestBot.ID, TestBot.dispatch(next, Priority.CALL), TestBot.everyoneIn("e"));

        bot.settle.run(TestBot.ID, Settle.Booking.delivered(bot.claimOne(), "", 0));

        assertThat(bot.redis.getExpire(TestBot.key("retries:call"))).isPositive();
        assertThat(bot.claim()).hasSize(6);
    }

    @Test
    void aFewThatFailAmongOthersKeepTheirBackoff() {
        List<Lease> leases = bot.claim();
        for (int i = 0; i < 4; i++) {
            bot.settle.run(TestBot.ID, Settle.Booking.unknown(leases.get(i), Duration.ofSeconds(60), 0));
        }
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(leases.get(4), "", 0));

        assertThat(bot.claim()).isEmpty();
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 0, 4, 1, 0, 0, 0));
        assertThat(bot.redis.opsForHash().get(TestBot.key("pace"), "silent")).isNull();
    }

    @Test
    void a429PausesForExactlyAsLongAsItSays() {
        long before = redisMillis();
        bot.settle.run(TestBot.ID, Settle.Booking.later(bot.claimOne(), Duration.ofMillis(10_072_123), 0));
        long after = redisMillis();

        long end = Long.parseLong(bot.redis.opsForValue().get(TestBot.key("pause")));
        assertThat(end - 10_072_123).isBetween(before, after + 1);
        Claim.Claimed claimed = bot.claim.run(TestBot.ID, 10);
        assertThat(claimed.leases()).isEmpty();
        assertThat(claimed.next()).isBetween(Duration.ofSeconds(10_071), Duration.ofMillis(10_072_124));
        assertThat(bot.progress()).isEqualTo(new Progress(5, 4, 0, 1, 0, 0, 0, 0));
        assertThat(bot.redis.opsForZSet().rangeWithScores(TestBot.key("retries:call"), 0, -1))
                .singleElement()
                .satisfies(retry -> assertThat(retry.getScore()).isEqualTo((double) end));
    }

    @Test
    void aStormOfGrowingPenaltiesIsObeyedOneByOneAndLosesNobody() {
        for (long seconds : List.of(1L, 2L, 5L, 30L, 120L, 1_000L, 10_000L)) {
            Lease lease = bot.claimOne();
            bot.settle.run(TestBot.ID, Settle.Booking.later(lease, Duration.ofSeconds(seconds), 0));

            Claim.Claimed claimed = bot.claim.run(TestBot.ID, 10);
            assertThat(claimed.leases()).isEmpty();
            assertThat(claimed.next())
                    .isBetween(Duration.ofSeconds(seconds).minusMillis(900), Duration.ofMillis(seconds * 1000 + 1));
            // the wait is over
            bot.redis.delete(TestBot.key("pause"));
            bot.makeDue("retries:call");
        }

        for (int i = 0; i < 5; i++) {
            bot.settle.run(TestBot.ID, Settle.Booking.delivered(bot.claimOne(), "", 0));
        }
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 0, 0, 5, 0, 0, 0));
    }

    @Test
    void twentyMinutesWithoutTelegramGiveNobodyUpAndTheFirstAnswerReachesAllAtOnce() {
        Duration outage = Duration.ZERO;
        for (int attempt = 1; outage.compareTo(Duration.ofMinutes(20)) < 0; attempt++) {
            Duration backoff = Carrier.backoff(attempt);
            bot.claim().forEach(lease -> bot.settle.run(TestBot.ID, Settle.Booking.unknown(lease, backoff, 0)));
            outage = outage.plus(backoff);
            assertThat(bot.claim()).isEmpty();
            pass(backoff);
        }
        List<Lease> last = bot.claim();
        last.forEach(lease -> bot.settle.run(TestBot.ID, Settle.Booking.unknown(lease, Duration.ofSeconds(60), 0)));
        assertThat(last).hasSize(5).allMatch(lease -> lease.attempt() > 20);
        assertThat(bot.claim()).isEmpty();

        new Release(bot.redis, bot.settings)
                .run(TestBot.ID, List.of(new Used("a board", 0, Duration.ZERO, Release.Call.ANSWERED)));

        bot.claim().forEach(lease -> bot.settle.run(TestBot.ID, Settle.Booking.delivered(lease, "", 0)));
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 0, 0, 5, 0, 0, 0));
    }

    @Test
    void theCallsRefusedWithItDoNotShortenThePauseNorSlowDownMore() {
        Lease one = bot.claimOne();
        Lease other = bot.claimOne();

        bot.settle.run(TestBot.ID, Settle.Booking.later(one, Duration.ofSeconds(60), 0));
        String end = bot.redis.opsForValue().get(TestBot.key("pause"));
        bot.settle.run(TestBot.ID, Settle.Booking.later(other, Duration.ofSeconds(5), 0));

        assertThat(bot.redis.opsForValue().get(TestBot.key("pause"))).isEqualTo(end);
        assertThat(bot.redis.opsForHash().get(TestBot.key("pace"), "rate")).isEqualTo("900");
    }

    @Test
    void aRefusedTextStopsTheDispatch() {
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(bot.claimOne(), Duration.ZERO, 0));
        Lease refused = bot.claim.run(TestBot.ID, 2).leases().getLast();

        bot.settle.run(TestBot.ID, Settle.Booking.refused(refused, "message is too long", 0));

        assertThat(bot.redis.opsForHash().entries(TestBot.key("dispatch:a1.call.1")))
                .containsEntry("state", "stopped")
                .containsEntry("reason", "message is too long");
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 1, 0, 0, 0, 4, 0));
        bot.makeDue("leases");
        assertThat(bot.claim()).isEmpty();
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 0, 0, 0, 0, 5, 0));
        assertThat(ended()).isNotNull();
    }

    @Test
    void theThirdRefusalInARowStopsTheDispatch() {
        List<Lease> leases = bot.claim.run(TestBot.ID, 3).leases();

        assertThat(decline(leases.get(0)).stopped()).isFalse();
        assertThat(decline(leases.get(1)).stopped()).isFalse();
        assertThat(bot.progress()).isEqualTo(new Progress(5, 2, 1, 0, 0, 0, 2, 0));
        assertThat(decline(leases.get(2)).stopped()).isTrue();

        assertThat(bot.redis.opsForHash().entries(TestBot.key("dispatch:a1.call.1")))
                .containsEntry("state", "stopped")
                .containsEntry("reason", "odd");
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 0, 0, 0, 0, 5, 0));
        assertThat(ended()).isNotNull();
    }

    @Test
    void aDeliveryInBetweenShowsThatTheTextIsNotTheReason() {
        bot.register("e", 11, 20);
        DispatchId other = new DispatchId("a2");
        bot.dispatches.launch(TestBot.ID, TestBot.dispatch(other, Priority.UPDATE), TestBot.everyoneIn("e"));
        List<Lease> call = bot.claim.run(TestBot.ID, 5).leases();
        List<Lease> update = bot.claim.run(TestBot.ID, 10).leases();

        decline(call.get(0));
        decline(call.get(1));
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(update.get(0), "", 0));
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(call.get(2), "", 0));
        assertThat(decline(call.get(3)).stopped()).isFalse();
        decline(update.get(1));
        assertThat(decline(call.get(4)).stopped()).isFalse();

        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 0, 0, 1, 0, 4, 0));
        assertThat(bot.dispatches.progress(other)).isEqualTo(new Progress(10, 0, 8, 0, 1, 0, 1, 0));
    }

    @Test
    void refusalsThatAreSettledTogetherAreCountedTogether() {
        List<Lease> leases = bot.claim.run(TestBot.ID, 4).leases();

        var settled = bot.settle.run(
                TestBot.ID,
                leases.stream()
                        .map(lease -> Settle.Booking.declined(lease, "odd", 0))
                        .toList());

        assertThat(settled).extracting(Settle.Settled::stopped).containsExactly(false, false, true, false);
        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 0, 0, 0, 0, 5, 0));
    }

    @Test
    void whatFailsInAnotherWayIsNoRefusal() {
        List<Lease> leases = bot.claim();
        decline(leases.get(0));
        decline(leases.get(1));

        bot.settle.run(TestBot.ID, Settle.Booking.failed(leases.get(2), 0));
        bot.settle.run(TestBot.ID, Settle.Booking.gone(leases.get(3), 0));

        assertThat(bot.progress()).isEqualTo(new Progress(5, 0, 1, 0, 0, 1, 3, 0));
        assertThat(decline(leases.get(4)).stopped()).isTrue();
    }

    private Settle.Settled decline(Lease lease) {
        return bot.settle.run(TestBot.ID, Settle.Booking.declined(lease, "odd", 0));
    }

    /** Brings all that is planned nearer, as time does. */
    private void pass(Duration time) {
        for (var retry :
                Objects.requireNonNull(bot.redis.opsForZSet().rangeWithScores(TestBot.key("retries:call"), 0, -1))) {
            bot.redis
                    .opsForZSet()
                    .incrementScore(
                            TestBot.key("retries:call"),
                            Objects.requireNonNull(retry.getValue()),
                            -1.0 * time.toMillis());
        }
        long until =
                Long.parseLong(String.valueOf(bot.redis.opsForHash().get(TestBot.key("dispatch:a1.call.1"), "until")));
        bot.redis.opsForHash().put(TestBot.key("dispatch:a1.call.1"), "until", String.valueOf(until - time.toMillis()));
        bot.redis.delete(TestBot.key("pace:calls"));
    }

    private Object receipt(Lease lease) {
        return bot.redis
                .opsForHash()
                .get(TestBot.key("dispatch:a1.call.1:receipts"), lease.chat().value());
    }

    private Object ended() {
        return bot.redis.opsForHash().get(TestBot.key("dispatch:a1.call.1"), "endedAt");
    }

    private long redisMillis() {
        return bot.redis.execute((org.springframework.data.redis.core.RedisCallback<Long>)
                connection -> connection.serverCommands().time());
    }
}
