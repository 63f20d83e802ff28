package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.SealedId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class ClaimTest {

    private final TestBot bot = new TestBot();

    @Test
    void theNearestClassGoesFirst() {
        bot.register("near", 1, 3);
        bot.register("far", 4, 9);
        var audience = new Audience(List.of(List.of(TestBot.key("near")), List.of(TestBot.key("far"))), List.of(), "");
        bot.dispatches.launch(TestBot.ID, TestBot.dispatch(TestBot.CALL, Priority.CALL), audience);

        assertThat(bot.claim.run(TestBot.ID, 3).leases())
                .extracting(Lease::chat)
                .containsExactlyInAnyOrder(bot.chat(1), bot.chat(2), bot.chat(3));
        assertThat(bot.claim()).hasSize(6);
    }

    @Test
    void twoDispatchesShareInTurn() {
        launch("a1", Priority.CALL, 1, 10);
        launch("a2", Priority.CALL, 11, 20);

        List<String> order = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            order.add(bot.claimOne().dispatch().value());
        }

        assertThat(order).containsExactly("a1", "a2", "a1", "a2", "a1", "a2");
    }

    @Test
    void callsGoBeforeUpdatesAndUpdatesBeforeReminders() {
        launch("r", Priority.REMINDER, 1, 1);
        launch("u", Priority.UPDATE, 1, 2);
        launch("c", Priority.CALL, 1, 2);

        assertThat(bot.claim()).extracting(lease -> lease.dispatch().value()).containsExactly("c", "c", "u", "u", "r");
    }

    @Test
    void everyoneIsLeasedOnceAndInTheirLanguage() {
        bot.register("d", 1, 50);
        bot.redis.opsForHash().put(TestBot.key("supporters"), bot.chat(1).value(), "ru|x");
        bot.launch("d");

        List<Lease> leases = bot.claim();

        assertThat(leases).extracting(Lease::chat).doesNotHaveDuplicates().hasSize(50);
        assertThat(leases).allSatisfy(lease -> assertThat(lease.language())
                .isEqualTo(lease.chat().equals(bot.chat(1)) ? Language.RU : Language.KK));
        assertThat(bot.claim()).isEmpty();
        assertThat(bot.progress()).isEqualTo(new Progress(50, 0, 50, 0, 0, 0, 0, 0));
    }

    @Test
    void whoLeftOrMutedSinceTheLaunchIsSkipped() {
        bot.register("d", 1, 3);
        bot.launch("d");
        bot.redis.opsForHash().delete(TestBot.key("supporters"), bot.chat(1).value());
        bot.mute(2);

        assertThat(bot.claim()).extracting(Lease::chat).containsExactly(bot.chat(3));
        assertThat(bot.progress()).isEqualTo(new Progress(3, 0, 1, 0, 0, 1, 0, 1));
        assertThat(bot.redis.opsForSet().members(Dispatches.withdrawn(TestBot.ID, TestBot.CALL)))
                .containsExactly(bot.chat(2).value());
    }

    @Test
    void anExpiredLeaseIsClaimedAgainAsTheNextAttempt() {
        bot.register("d", 1, 1);
        bot.launch("d");
        Lease first = bot.claimOne();
        assertThat(bot.claim()).isEmpty();
        bot.makeDue("leases");

        Lease second = bot.claimOne();

        assertThat(second).isEqualTo(new Lease(first.dispatch(), first.chat(), 2, first.language(), first.priority()));
        assertThat(bot.progress()).isEqualTo(new Progress(1, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aLeaseThatIsShortExpiresByItself() {
        TestBot hasty = new TestBot(1000, Duration.ofMillis(1));
        hasty.register("d", 1, 1);
        hasty.launch("d");
        hasty.claimOne();

        List<Lease> again = List.of();
        while (again.isEmpty()) {
            again = hasty.claim();
        }
        assertThat(again.getFirst().attempt()).isEqualTo(2);
    }

    @Test
    void whoIsTriedAgainGoesInTurnWithWhoStillWaits() {
        bot.register("d", 1, 6);
        bot.launch("d");
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(bot.claimOne(), Duration.ofHours(1), 0));
        bot.claimOne();
        bot.makeDue("leases");
        bot.makeDue("retries:call");

        List<Integer> attempts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            attempts.add(bot.claimOne().attempt());
        }

        assertThat(attempts).containsExactly(2, 1, 2, 1, 1, 1);
    }

    @Test
    void whatIsTriedAgainAtALowerRankDoesNotDelayACall() {
        launch("r", Priority.REMINDER, 1, 40);
        launch("u", Priority.UPDATE, 1, 40);
        bot.claim.run(TestBot.ID, 40).leases().forEach(this::fails);
        List<Lease> left = bot.claim.run(TestBot.ID, 40).leases();
        bot.makeDue("leases");
        bot.makeDue("retries:update");
        launch("c", Priority.CALL, 50, 60);

        assertThat(left).extracting(lease -> lease.dispatch().value()).containsOnly("r");
        assertThat(bot.claim.run(TestBot.ID, 12).leases())
                .extracting(lease -> lease.dispatch().value())
                .startsWith(Collections.nCopies(11, "c").toArray(String[]::new))
                .endsWith("u");
    }

    @Test
    void aSecondAlertHasItsFirstCardAtOnceAndThenHalfOfThePace() {
        launch("a1", Priority.CALL, 1, 1_000);
        bot.claim.run(TestBot.ID, 50).leases().forEach(this::fails);
        bot.makeDue("retries:call");
        launch("a2", Priority.CALL, 2_001, 2_200);

        List<String> order = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            order.add(claimUnpaced().dispatch().value());
        }

        // at 29 a second the third card leaves within 104 ms
        assertThat(order.subList(0, 3)).contains("a2");
        assertThat(order.subList(0, 100)).filteredOn("a2"::equals).hasSizeBetween(30, 50);
        // the fifty that are tried again take turns with both; when they are done each has a half
        assertThat(order.subList(150, 300)).filteredOn("a2"::equals).hasSizeBetween(74, 76);
    }

    @Test
    void aCrowdOfNewcomersTakesAQuarterOfThePaceFromThoseCalledBefore() {
        launch("a1", Priority.CALL, 1, 100);
        for (int newcomer = 1_001; newcomer <= 1_100; newcomer += 2) {
            joins("n" + newcomer, newcomer, newcomer + 1);
        }

        List<String> order = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            order.add(claimUnpaced().dispatch().value());
        }

        assertThat(order.subList(0, 40)).filteredOn("a1"::equals).hasSize(30);
        assertThat(order).filteredOn("a1"::equals).hasSize(100);
        assertThat(order).filteredOn(id -> id.startsWith("n")).hasSize(100);
    }

    @Test
    void withinAClassNeitherTheTimeOfRegistrationNorTheSealedIdDecides() {
        int people = 1_000;
        bot.register("d", 1, people);
        bot.launch("d");
        List<String> registered = LongStream.rangeClosed(1, people)
                .mapToObj(person -> bot.chat(person).value())
                .toList();
        List<String> sealed = registered.stream().sorted().toList();
        List<String> first = new ArrayList<>();
        while (first.size() < 200) {
            first.add(claimUnpaced().chat().value());
        }

        // the mean of 200 random ranks of 1,000 strays from 499.5 by 18 (standard error); six of those
        assertThat(first.stream().mapToInt(registered::indexOf).average().orElseThrow())
                .isBetween(390.0, 610.0);
        assertThat(first.stream().mapToInt(sealed::indexOf).average().orElseThrow())
                .isBetween(390.0, 610.0);
        assertThat(first).isNotEqualTo(first.stream().sorted().toList());
    }

    @Test
    void twoLaunchesToTheSamePeopleHaveOrdersOfTheirOwn() {
        launch("a1", Priority.CALL, 1, 100);
        launch("a2", Priority.UPDATE, 1, 100);
        List<SealedId> order = new ArrayList<>();
        while (order.size() < 200) {
            order.add(claimUnpaced().chat());
        }

        assertThat(order.subList(0, 100)).containsExactlyInAnyOrderElementsOf(order.subList(100, 200));
        assertThat(order.subList(0, 100)).isNotEqualTo(order.subList(100, 200));
    }

    @Test
    void aRetryWaitsUntilItIsDueAndTheClaimSaysHowLong() {
        bot.register("d", 1, 1);
        bot.launch("d");
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(bot.claimOne(), Duration.ofSeconds(7), 0));

        Claim.Claimed claimed = bot.claim.run(TestBot.ID, 10);

        assertThat(claimed.leases()).isEmpty();
        assertThat(claimed.next()).isBetween(Duration.ofMillis(6500), Duration.ofSeconds(7));
    }

    @Test
    void afterItsTimeADispatchIsGivenUp() {
        bot.register("d", 1, 2);
        bot.launch("d");
        bot.claimOne();
        bot.makeDue("leases");
        bot.redis.opsForHash().put(TestBot.key("dispatch:a1.call.1"), "until", "1");

        assertThat(bot.claim()).isEmpty();
        assertThat(bot.progress()).isEqualTo(new Progress(2, 0, 0, 0, 0, 0, 2, 0));
    }

    @Test
    void aDispatchWhoseLifeIsOverLeavesNothing() {
        bot.register("d", 1, 2);
        bot.launch("d");
        bot.claimOne();
        bot.makeDue("leases");
        bot.redis.delete(TestBot.key("dispatch:a1.call.1"));

        assertThat(bot.claim()).isEmpty();
        assertThat(bot.redis.hasKey(TestBot.key("leases"))).isFalse();
        assertThat(bot.redis.hasKey(TestBot.key("dispatch:a1.call.1"))).isFalse();
        assertThat(bot.redis.hasKey(TestBot.key("running:call"))).isFalse();
    }

    private void launch(String id, Priority priority, long from, long to) {
        bot.register("set." + id, from, to);
        bot.dispatches.launch(
                TestBot.ID, TestBot.dispatch(new DispatchId(id), priority), TestBot.everyoneIn("set." + id));
    }

    /** People who registered while an alert runs, and are called besides. */
    private void joins(String id, long from, long to) {
        bot.register("set." + id, from, to);
        bot.dispatches.launch(
                TestBot.ID,
                TestBot.dispatch(new DispatchId(id), Priority.CALL),
                new Audience(List.of(List.of(TestBot.key("set." + id))), List.of(), TestBot.key("called")));
    }

    private void fails(Lease lease) {
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(lease, Duration.ofHours(1), 0));
    }

    /** The next one, as if the second of the last was over. */
    private Lease claimUnpaced() {
        bot.redis.delete(TestBot.key("pace:calls"));
        bot.redis.opsForHash().delete(TestBot.key("pace"), "tat");
        return bot.claimOne();
    }
}
