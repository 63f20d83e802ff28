package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({TestRedis.class, OutputCaptureExtension.class})
class CountTest {

    private final TestBot bot = new TestBot();
    private final Audit audit = new Audit(bot.redis, bot);
    private final Revocations revocations = new Revocations(Clock.systemUTC());
    private final DeadEnds deadEnds = new DeadEnds(Clock.systemUTC());
    private final DeliveryHealthIndicator health =
            new DeliveryHealthIndicator(audit, revocations, deadEnds, TestPauses.of(bot));

    @BeforeEach
    void onePersonInEveryPlace() {
        bot.register("d", 1, 6);
        bot.launch("d");
        bot.settle.run(TestBot.ID, Settle.Booking.delivered(bot.claimOne(), "", 0));
        bot.settle.run(TestBot.ID, Settle.Booking.gone(bot.claimOne(), 0));
        bot.settle.run(TestBot.ID, Settle.Booking.failed(bot.claimOne(), 0));
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(bot.claimOne(), Duration.ofSeconds(9), 0));
        bot.claimOne();
    }

    @Test
    void everyoneIsCountedWhereTheyAre() {
        Progress everywhere = new Progress(6, 1, 1, 1, 1, 1, 1, 0);

        assertThat(bot.count()).containsExactly(new Count.Counted(TestBot.CALL, everywhere, everywhere));
        assertThat(bot.progress()).isEqualTo(everywhere);
    }

    @Test
    void someoneMissingTurnsTheHealthDown() {
        audit.audit();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        bot.redis.delete(TestBot.key("leases"));

        audit.audit();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("unbalanced", 1);
    }

    @Test
    void whatDoesNotBalanceIsSaidOnceAndWhenItDoesAgain(CapturedOutput log) {
        String waiting = TestBot.key("dispatch:a1.call.1:waiting:1");
        bot.redis.opsForSet().add(waiting, bot.chat(99).value());
        audit.audit();
        audit.audit();
        assertThat(log)
                .containsOnlyOnce("Dispatch a1.call.1 does not balance")
                .contains("Somebody may not have been reached");

        bot.redis.opsForSet().remove(waiting, bot.chat(99).value());
        audit.audit();
        audit.audit();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(log)
                .containsOnlyOnce("Dispatch a1.call.1 balances again")
                .doesNotContain(bot.chat(99).value());
    }

    @Test
    void booksThatCannotBeReadTurnTheHealthDownAndTellWhy() {
        bot.redis.delete(TestBot.key("dispatches"));
        bot.redis.opsForValue().set(TestBot.key("dispatches"), "no sorted set");

        audit.audit();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.trouble()).isPresent();
        bot.redis.delete(TestBot.key("dispatches"));
        audit.audit();
        assertThat(health.trouble()).isEmpty();
    }

    @Test
    void someoneWhoWaitsTwiceTurnsTheHealthDown() {
        bot.redis
                .opsForSet()
                .add(TestBot.key("dispatch:a1.call.1:waiting:1"), bot.chat(99).value());

        audit.audit();

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void aBotWithoutAServiceTurnsTheHealthDown() {
        revocations.add(TestBot.ID);

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("revokedBots", 1);
    }

    @Test
    void aBotThatCannotWriteToManyTurnsTheHealthDown() {
        for (int i = 0; i < DeadEnds.MANY; i++) {
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            deadEnds.add(bot.address(i), "Bad Request: chat not found");
        }

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("botsThatCannotWriteToMany", 1);
    }

    @Test
    void aDispatchThatNobodyKnowsHasNoProgress() {
        assertThat(bot.dispatches.progress(new DispatchId("other"))).isEqualTo(Progress.NONE);
    }
}
