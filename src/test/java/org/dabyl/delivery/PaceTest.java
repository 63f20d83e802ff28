package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dabyl.delivery.Release.Call;
import org.dabyl.delivery.Release.Used;
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
    void aSlotThatIsFreeSoonIsTakenOverAndUsedOnlyThen() {
        bot.register("d", 1, 50);
        bot.launch("d");
        List<Lease> leases = claimAll();
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(leases.get(0), "", 960_000));

        Claim.Claimed claimed = claimSmoothed();

        assertThat(claimed.leases()).hasSize(1);
        assertThat(claimed.waits().getFirst()).isBetween(Duration.ofMillis(1), Duration.ofMillis(40));
        assertThat(claimSmoothed().leases()).isEmpty();
        assertThat(bot.redis.opsForZSet().zCard(TestBot.key("pace:calls"))).isEqualTo(10);
    }

    @Test
    void noSlotIsTakenOverWhileAnswersHaveMoreThanTheirOne() {
        bot.register("d", 1, 50);
        bot.launch("d");
        List<Lease> leases = claimAll();
        reserve.run(TestBot.ID, "one");
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(leases.get(0), "", 960_000));

        assertThat(claimSmoothed().leases()).isEmpty();
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
    void whatWaitsLeavesInThePromisedOrder() {
        for (int slot = 0; slot < 11; slot++) {
            bot.redis.opsForZSet().add(TestBot.key("pace:calls"), "taken" + slot, 4e15);
        }
        for (Priority priority : List.of(Priority.REMINDER, Priority.UPDATE, Priority.CALL)) {
            bot.register(priority.tag(), 1, 2);
            DispatchId id = new DispatchId(priority.tag());
            bot.dispatches.launch(TestBot.ID, TestBot.dispatch(id, priority), TestBot.everyoneIn(priority.tag()));
        }
        Map<Reserve.Rank, Integer> asking =
                new EnumMap<>(Map.of(Reserve.Rank.EDIT, 2, Reserve.Rank.BOARD, 2, Reserve.Rank.ANSWER, 3));

        List<String> left = new ArrayList<>();
        for (int rounds = 0; rounds < 20 && left.size() < 13; rounds++) {
            ask(asking, left);
            freeOneSlot();
            ask(asking, left);
        }

        assertThat(left)
                .containsExactly(
                        "answer",
                        "answer",
                        "answer",
                        "board",
                        "board",
                        "call",
                        "call",
                        "update",
                        "update",
                        "reminder",
                        "reminder",
                        "edit",
                        "edit");
    }

    @Test
    void strangersHaveAThirdAndNothingWhileOthersAsk() {
        bot.register("d", 1, 50);
        bot.launch("d");

        assertThat(reserveAll(Reserve.Rank.NEWCOMER, Duration.ZERO)).isEqualTo(3);
        assertThat(reserveAll()).isEqualTo(4);
        assertThat(reserveAll(Reserve.Rank.NEWCOMER, Duration.ZERO)).isZero();
        assertThat(claimAll()).hasSize(3);
    }

    @Test
    void boardsGoFirstButDoNotStarveTheCalls() {
        bot.register("d", 1, 50);
        bot.launch("d");

        assertThat(reserveAll(Reserve.Rank.BOARD, Duration.ofMinutes(1))).isEqualTo(2);
        assertThat(claimAll()).hasSize(8);
    }

    @Test
    void editsComeLastAndYetNotNever() {
        bot.register("d", 1, 50);
        bot.launch("d");

        assertThat(reserveAll(Reserve.Rank.EDIT, Duration.ofMillis(4_999))).isZero();
        assertThat(reserveAll(Reserve.Rank.EDIT, Duration.ofSeconds(5))).isEqualTo(1);
        assertThat(reserveAll(Reserve.Rank.EDIT, Duration.ofSeconds(30))).isEqualTo(2);
        assertThat(claimAll()).hasSize(7);
    }

    @Test
    void anEditThatHasWaitedForLongHasTheNextSlotOfItsShare() {
        bot.register("d", 1, 50);
        bot.launch("d");
        List<Lease> leases = claimAll();
        assertThat(reserve.run(TestBot.ID, "edit", Reserve.Rank.EDIT, Duration.ofSeconds(6))
                        .granted())
                .isFalse();

        bot.settle.run(TestBot.ID, Settle.Booking.delivered(leases.getFirst(), "", 1_000_000));

        assertThat(claimSmoothed().leases()).isEmpty();
        assertThat(reserve.run(TestBot.ID, "edit", Reserve.Rank.EDIT, Duration.ofSeconds(6))
                        .granted())
                .isTrue();
    }

    @Test
    void whoAsksForManySlotsGetsThoseThatAreFreeAndLeavesTheLastToAnAnswer() {
        int free = (int) bot.settings.rate();
        List<String> many =
                IntStream.range(0, free + 5).mapToObj(n -> "edit" + n).toList();

        assertThat(reserve.run(TestBot.ID, many.subList(0, 2), Reserve.Rank.EDIT, Duration.ZERO)
                        .slots())
                .isEqualTo(2);
        assertThat(reserve.run(TestBot.ID, many.subList(2, many.size()), Reserve.Rank.EDIT, Duration.ZERO)
                        .slots())
                .isEqualTo(free - 2);
        assertThat(reserve.run(TestBot.ID, "late", Reserve.Rank.EDIT, Duration.ZERO)
                        .granted())
                .isFalse();
        assertThat(reserveAll()).isEqualTo(1);
        // the names that were granted hold slots, and no others
        release.run(
                TestBot.ID,
                List.of(
                        new Used("edit" + (free - 1), 1_000_000, Duration.ZERO, Call.ANSWERED),
                        new Used("edit" + free, 1_000_000, Duration.ZERO, Call.ANSWERED)));
        assertThat(reserve.run(TestBot.ID, "one more").granted()).isTrue();
        assertThat(reserve.run(TestBot.ID, "and another").granted()).isFalse();
    }

    @Test
    void aSlotInWhichNothingWasCalledIsFreeAtOnceAndTellsNothingOfTelegram() {
        int all = reserveAll();
        bot.redis.opsForHash().put(TestBot.key("pace"), "silent", "4");

        release.run(TestBot.ID, List.of(new Used("slot1", 0, Duration.ZERO, Call.NONE)));

        assertThat(all).isGreaterThan(1);
        assertThat(reserve.run(TestBot.ID, "another").granted()).isTrue();
        assertThat(bot.redis.opsForHash().get(TestBot.key("pace"), "silent")).isEqualTo("4");
    }

    @Test
    void whoAskedAndDiedHoldsNobodyUpForLong() {
        bot.register("d", 1, 50);
        bot.launch("d");
        List<Lease> leases = claimAll();
        assertThat(reserve.run(TestBot.ID, "board", Reserve.Rank.BOARD, Duration.ZERO)
                        .granted())
                .isFalse();
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(leases.getFirst(), "", 1_000_000));

        assertThat(claimSmoothed().leases()).isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !claimSmoothed().leases().isEmpty());
    }

    @Test
    void editsHaveAllSlotsButOneWhileNobodyIsCalled() {
        bot.register("d", 1, 1);
        bot.launch("d");
        Lease waits = bot.claimOne();
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(waits, Duration.ofHours(1), 1_000_000));
        assertThat(bot.claim()).isEmpty();

        assertThat(reserveAll(Reserve.Rank.EDIT, Duration.ZERO)).isEqualTo(10);
        assertThat(reserve.run(TestBot.ID, "answer").granted()).isTrue();
    }

    @Test
    void answersHaveAllSlotsWhileNobodyIsCalled() {
        assertThat(reserveAll()).isEqualTo(11);
    }

    @Test
    void anAnswerIsToldWhenTheNextSlotIsFree() {
        reserveAll();
        release.run(TestBot.ID, List.of(new Used("slot3", 0, Duration.ZERO, Call.ANSWERED)));

        assertThat(reserve.run(TestBot.ID, "late").next()).isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
    }

    /** As after a failover to a Redis whose clock is an hour behind. */
    @Test
    void whereTheClockGoesBackWhatWasPutDownGoesBackWithIt() {
        bot.register("d", 1, 50);
        bot.launch("d");
        Lease under = claimAll().getFirst();
        assertThat(reserve.run(TestBot.ID, "one").granted()).isTrue();
        release.run(TestBot.ID, List.of(new Used("one", 0, Duration.ZERO, Call.ANSWERED)));
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(under, Duration.ofMillis(1), 0));
        double hour = Duration.ofHours(1).toMillis();
        for (String zset : List.of("leases", "retries:call")) {
            ahead(zset, hour);
        }
        for (String zset : List.of("pace:calls", "pace:answers")) {
            ahead(zset, hour * 1000);
        }
        for (String field : List.of("clock", "tat")) {
            bot.redis.opsForHash().increment(TestBot.key("pace"), field, (long) (hour * 1000));
        }

        await().until(() -> !bot.claim.run(TestBot.ID, 1).leases().isEmpty());
        await().until(() -> reserve.run(TestBot.ID, "two").granted());
        assertThat(bot.redis.opsForZSet().count(TestBot.key("leases"), System.currentTimeMillis() + hour / 2, 1e18))
                .isZero();
    }

    private void ahead(String zset, double by) {
        Objects.requireNonNull(bot.redis.opsForZSet().range(TestBot.key(zset), 0, -1))
                .forEach(name -> bot.redis.opsForZSet().incrementScore(TestBot.key(zset), name, by));
    }

    @Test
    void an429ToAnAnswerHoldsEverybody() {
        bot.register("d", 1, 50);
        bot.launch("d");
        reserve.run(TestBot.ID, "slot");

        release.run(TestBot.ID, List.of(new Used("slot", 0, Duration.ofSeconds(60), Call.ANSWERED)));

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
            release.run(TestBot.ID, List.of(new Used("none", 0, Duration.ofSeconds(1), Call.ANSWERED)));
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
        return reserveAll(Reserve.Rank.ANSWER, Duration.ZERO);
    }

    private int reserveAll(Reserve.Rank rank, Duration waited) {
        int granted = 0;
        String name = rank == Reserve.Rank.ANSWER ? "slot" : rank.tag() + waited;
        while (reserve.run(TestBot.ID, name + granted, rank, waited).granted()) {
            granted++;
        }
        return granted;
    }

    /** Everything that waits asks, the last in rank first; what leaves is written down. */
    private void ask(Map<Reserve.Rank, Integer> asking, List<String> left) {
        ask(Reserve.Rank.EDIT, asking, left);
        claimSmoothed().leases().forEach(lease -> left.add(lease.dispatch().value()));
        ask(Reserve.Rank.BOARD, asking, left);
        ask(Reserve.Rank.ANSWER, asking, left);
    }

    private void ask(Reserve.Rank rank, Map<Reserve.Rank, Integer> asking, List<String> left) {
        int number = Objects.requireNonNull(asking.get(rank));
        if (number > 0
                && reserve.run(TestBot.ID, rank.tag() + number, rank, Duration.ZERO)
                        .granted()) {
            asking.put(rank, number - 1);
            left.add(rank.tag());
        }
    }

    private void freeOneSlot() {
        bot.redis.opsForZSet().popMax(TestBot.key("pace:calls"));
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
