package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.store.TestRedis;
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

        assertThat(second).isEqualTo(new Lease(first.dispatch(), first.chat(), 2, first.language()));
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
    void expiredLeasesGoFirstThenRetriesThenTheRest() {
        bot.register("d", 1, 3);
        bot.launch("d");
        Lease retried = bot.claimOne();
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(retried, Duration.ofHours(1), 0));
        Lease expired = bot.claimOne();
        bot.makeDue("leases");
        bot.makeDue("retries");

        assertThat(bot.claim())
                .extracting(Lease::chat)
                .startsWith(expired.chat(), retried.chat())
                .hasSize(3);
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
}
