package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The messages of dispatches go from the chats, one call for each chat, and their receipts with them. */
@ExtendWith(TestRedis.class)
class ClearingTest {

    private static final DispatchId CARD = new DispatchId("a1.card");
    private static final DispatchId OVER = new DispatchId("a1.over");

    private final TestPhones phones = new TestPhones(new TestBot(1000, Duration.ofSeconds(30)));
    private final TestBot bot = phones.bot;
    private final Clearing clearing = new Clearing(bot.redis, bot, bot.vault, phones.post);

    @Test
    void oneCallForAllThatAPersonGot() {
        sent(CARD, 3);
        sent(OVER, 3);

        assertThat(clearing.sent("a1.")).extracting(Clearing.Sent::dispatch).containsExactly(CARD, OVER);
        assertThat(clearing.clear(List.of(CARD, OVER))).isTrue();

        assertThat(phones.messenger.deleted).hasSize(3).allSatisfy(ids -> assertThat(ids)
                .hasSize(2));
        assertThat(bot.redis.keys("*receipts")).isEmpty();
        assertThat(clearing.sent("a1.")).isEmpty();
    }

    @Test
    void ofAnotherAlertNothingIsTouched() {
        sent(CARD, 1);
        sent(new DispatchId("a2.card"), 1);

        clearing.clear(
                clearing.sent("a1.").stream().map(Clearing.Sent::dispatch).toList());

        assertThat(bot.redis.keys("*receipts")).containsExactly(TestBot.key("dispatch:a2.card:receipts"));
    }

    @Test
    void whatIsCutOffGoesOnWithThoseThatAreLeft() {
        sent(CARD, 5);
        phones.messenger.answer = call -> phones.messenger.deleted.size() < 2
                ? new Outcome.Delivered(0)
                : new Outcome.Wait(Duration.ofSeconds(61));
        assertThat(clearing.clear(List.of(CARD))).isFalse();
        assertThat(bot.redis.opsForHash().size(TestBot.key("dispatch:a1.card:receipts")))
                .isEqualTo(3);

        bot.redis.delete(TestBot.key("pause"));
        phones.messenger.answer = call -> new Outcome.Delivered(0);
        assertThat(clearing.clear(List.of(CARD))).isTrue();

        assertThat(phones.messenger.deleted).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsClearedWhileACallWaits() {
        sent(CARD, 1);
        bot.register("others", 11, 12);
        bot.dispatches.launch(TestBot.ID, TestBot.dispatch(TestBot.CALL, Priority.CALL), TestBot.everyoneIn("others"));
        Reserve reserve = new Reserve(bot.redis, bot.settings);

        assertThat(reserve.run(TestBot.ID, "slot", Reserve.Rank.CLEAR, Duration.ofHours(1))
                        .granted())
                .isFalse();

        new Claim(bot.redis, bot.settings, Clock.systemUTC()).run(TestBot.ID, 100);
        bot.redis.delete(TestBot.key("running:call"));
        assertThat(reserve.run(TestBot.ID, "slot", Reserve.Rank.CLEAR, Duration.ofHours(1))
                        .granted())
                .isTrue();
    }

    @Test
    void itTakesAQuarterOfThePaceAtMost() {
        Reserve reserve = new Reserve(bot.redis, new DeliverySettings(29, Duration.ofSeconds(30)));
        int granted = 0;
        while (reserve.run(TestBot.ID, "slot " + granted, Reserve.Rank.CLEAR, Duration.ZERO)
                .granted()) {
            granted++;
        }

        assertThat(granted).isEqualTo(7);
    }

    @Test
    void howOldItIsGoesByTheTimeThatPeopleLiveIn() {
        Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofDays(9));
        Dispatches later = new Dispatches(bot.redis, bot, bot.texts, bot.bell, ahead);
        sent(later, CARD, 1);

        assertThat(clearing.sent("a1.")).singleElement().satisfies(sent -> assertThat(sent.launched())
                .isCloseTo(ahead.instant(), within(1, ChronoUnit.MINUTES)));
    }

    private void sent(DispatchId id, int people) {
        sent(bot.dispatches, id, people);
    }

    private void sent(Dispatches dispatches, DispatchId id, int people) {
        bot.register("d", 1, people);
        dispatches.launch(TestBot.ID, TestBot.dispatch(id, Priority.CALL), TestBot.everyoneIn("d"));
        for (Lease lease : bot.claim()) {
            String receipt = bot.vault.sealNumber(
                    phones.messenger.messages.incrementAndGet(),
                    Receipts.place(new Address(TestBot.ID, lease.chat()), id));
            bot.settle.run(TestBot.ID, Settle.Booking.delivered(lease, receipt, 1_000_000));
        }
    }
}
