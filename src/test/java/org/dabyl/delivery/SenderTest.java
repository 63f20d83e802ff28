package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

@ExtendWith(TestRedis.class)
class SenderTest {

    private final List<Sender> senders = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Sender sender : senders) {
            sender.stop();
            assertThat(sender.awaitQuiet(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void everyoneOnceNeverAboveTheLimitAndAnswersInBetween() {
        TestPhones phones = phones(29);
        phones.messenger.longestWay = Duration.ofMillis(20);
        // two processes share one pace
        start(phones.sender());
        start(phones.sender());
        phones.bot.register("d", 1, 150);
        phones.bot.launch("d");

        List<Duration> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int sent = 30 + 8 * i;
            await().pollInterval(Duration.ofMillis(5)).until(() -> phones.messenger.calls.size() >= sent);
            long start = System.nanoTime();
            assertThat(phones.post.send(phones.bot.address(1000 + i), Message.of("", Keyboard.none())))
                    .isPresent();
            answers.add(Duration.ofNanos(System.nanoTime() - start));
        }
        await().until(() -> phones.bot.progress().ended());

        assertThat(phones.bot.progress()).isEqualTo(new Progress(150, 0, 0, 0, 150, 0, 0, 0));
        assertThat(phones.messenger.calls)
                .extracting(FakeMessenger.Call::chat)
                .doesNotHaveDuplicates()
                .hasSize(160);
        assertThat(phones.messenger.mostInASecond()).isLessThanOrEqualTo(30);
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isLessThan(Duration.ofSeconds(2)));
    }

    @Test
    void oneThatThrowsIsTriedAgainAndHoldsNobodyUp() {
        TestPhones phones = phones(1000);
        AtomicInteger calls = new AtomicInteger();
        phones.messenger.answer = call -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("broken");
            }
            return new Outcome.Delivered(1);
        };
        start(phones.sender());
        phones.bot.register("d", 1, 5);
        phones.bot.launch("d");

        await().until(() -> phones.bot.progress().delivered() == 5);
        assertThat(calls).hasValue(6);
    }

    @Test
    void anErrorIsTriedAgainAndHoldsNobodyUp() {
        TestPhones phones = phones(1000);
        AtomicInteger calls = new AtomicInteger();
        phones.messenger.answer = call -> {
            if (calls.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            return new Outcome.Delivered(1);
        };
        start(phones.sender());
        phones.bot.register("d", 1, 5);
        phones.bot.launch("d");

        await().until(() -> phones.bot.progress().delivered() == 5);
        assertThat(calls).hasValue(6);
    }

    @Test
    void itOutlivesAnErrorOfItsOwnLoop() {
        TestPhones phones = phones(1000);
        AtomicInteger failures = new AtomicInteger(3);
        start(phones.sender(new FailingRedis(phones.bot.redis, failures, StackOverflowError::new)));
        phones.bot.register("d", 1, 3);
        phones.bot.launch("d");

        await().until(() -> phones.bot.progress().delivered() == 3);
        assertThat(failures.get()).as("it failed").isNegative();
    }

    @Test
    void whoIsGoneIsToldOnce() {
        TestPhones phones = phones(1000);
        phones.messenger.answer = call -> new Outcome.Gone();
        start(phones.sender());
        phones.bot.register("d", 1, 1);
        phones.bot.launch("d");

        await().until(() -> phones.departed.equals(List.of(phones.bot.address(1))));
        assertThat(phones.bot.progress()).isEqualTo(new Progress(1, 0, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void aTextThatIsRefusedIsNotTriedOnEverybody() {
        TestPhones phones = phones(29);
        phones.messenger.answer = call -> new Outcome.Refused("message is too long");
        start(phones.sender());
        phones.bot.register("d", 1, 100);
        phones.bot.launch("d");

        await().until(() -> phones.bot.progress().failed() == 100);
        assertThat(phones.messenger.calls).hasSizeLessThan(30);
    }

    @Test
    void oneOfAHundredToWhomItIsRefusedIsTheOnlyOneWithoutIt() {
        TestPhones phones = phones(1000);
        Address odd = phones.bot.address(50);
        phones.messenger.answer = call -> call.chat().equals(odd.chat())
                ? new Outcome.Declined("Bad Request: PEER_ID_INVALID")
                : new Outcome.Delivered(1);
        start(phones.sender());
        phones.bot.register("d", 1, 100);
        phones.bot.launch("d");

        await().until(() -> phones.bot.progress().ended());
        assertThat(phones.bot.progress()).isEqualTo(new Progress(100, 0, 0, 0, 99, 0, 1, 0));
        assertThat(phones.messenger.calls).hasSize(100);
    }

    @Test
    void whatIsRefusedToOneAfterTheOtherIsNotTriedOnEverybody() {
        TestPhones phones = phones(29);
        phones.messenger.answer = call -> new Outcome.Declined("Bad Request: an error of tomorrow");
        start(phones.sender());
        phones.bot.register("d", 1, 100);
        phones.bot.launch("d");

        await().until(() -> phones.bot.progress().failed() == 100);
        assertThat(phones.messenger.calls).hasSizeLessThan(35);
    }

    @Test
    void whoCannotBeWrittenToIsNeitherForgottenNorTriedAgain() {
        TestPhones phones = phones(1000);
        phones.messenger.answer = call -> new Outcome.Unreachable("Bad Request: chat not found");
        start(phones.sender());
        phones.bot.register("d", 1, 20);
        phones.bot.launch("d");

        await().until(() -> phones.bot.progress().failed() == 20 && phones.deadEnds.bots() == 1);
        assertThat(phones.departed).isEmpty();
        assertThat(phones.messenger.calls).hasSize(20);
    }

    @Test
    void aProcessWithAnotherKeysetLeavesTheMessagesToOthers() {
        TestPhones phones = phones(1000);
        phones.bot.register("d", 1, 3);
        phones.bot.launch("d");
        TestPhones others = phones(1000);
        start(others.sender());
        await().until(() -> phones.bot.progress().retrying() == 3);
        senders.getFirst().stop();

        start(phones.sender());

        await().until(() -> phones.bot.progress().delivered() == 3);
        assertThat(others.messenger.calls).isEmpty();
    }

    @Test
    void aBotWhoseTokenIsRevokedClaimsNoMore() {
        TestPhones phones = phones(10);
        phones.messenger.answer = call -> new Outcome.Revoked();
        start(phones.sender());
        phones.bot.register("d", 1, 50);
        phones.bot.launch("d");

        await().until(() ->
                phones.revocations.contain(TestBot.ID) && phones.bot.progress().leased() == 0);
        assertThat(phones.bot.progress().failed()).isZero();
        assertThat(phones.bot.progress().waiting()).isGreaterThan(20);
    }

    @Test
    void aPauseIsKeptAndNobodyIsLostByIt() {
        TestPhones phones = phones(1000);
        AtomicInteger calls = new AtomicInteger();
        phones.messenger.answer = call ->
                calls.incrementAndGet() == 3 ? new Outcome.Wait(Duration.ofSeconds(1)) : new Outcome.Delivered(1);
        start(phones.sender());
        phones.bot.register("d", 1, 10);
        phones.bot.launch("d");

        await().until(() -> phones.bot.progress().delivered() == 10);
        List<Long> times =
                phones.messenger.calls.stream().map(FakeMessenger.Call::at).toList();
        assertThat(times.getLast() - times.get(2)).isGreaterThan(1_000_000_000L);
    }

    @Test
    void aCallThatTakesLongerThanALeaseIsNotSentTwice() throws InterruptedException {
        TestPhones phones = new TestPhones(new TestBot(1000, Duration.ofMillis(400)));
        CountDownLatch mayAnswer = new CountDownLatch(1);
        phones.messenger.answer = call -> {
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                return new Outcome.Unknown();
            }
            return new Outcome.Delivered(1);
        };
        start(phones.sender());
        start(phones.sender());
        phones.bot.register("d", 1, 1);
        phones.bot.launch("d");
        await().until(() -> phones.messenger.calls.size() == 1);

        await().during(Duration.ofMillis(1_500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> phones.messenger.calls.size() == 1);
        mayAnswer.countDown();

        await().until(() -> phones.bot.progress().delivered() == 1);
        assertThat(phones.messenger.calls).hasSize(1);
    }

    @Test
    void whatIsUnderWayWhileItsPersonLeavesIsDeletedWhenItArrives() {
        TestPhones phones = phones(1000);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        phones.messenger.answer = call -> {
            try {
                if (call.kind().equals("send")) {
                    mayAnswer.await();
                }
            } catch (InterruptedException e) {
                return new Outcome.Unknown();
            }
            return new Outcome.Delivered(77);
        };
        start(phones.sender());
        phones.bot.register("d", 1, 2);
        phones.bot.launch("d");
        await().until(() -> phones.messenger.calls.size() == 2);

        phones.bot
                .redis
                .opsForHash()
                .delete(TestBot.key("supporters"), phones.bot.chat(1).value());
        phones.bot.erase.run(phones.bot.address(1));
        mayAnswer.countDown();

        await().until(() -> !phones.messenger.deleted.isEmpty());
        await().until(() -> phones.bot.progress().ended());
        assertThat(phones.messenger.calls)
                .filteredOn(call -> call.kind().equals("delete"))
                .extracting(FakeMessenger.Call::chat)
                .containsExactly(phones.bot.chat(1));
    }

    @Test
    void a429ToAChatThatHadManyAnswersHoldsNobodyElseUp() {
        TestPhones phones = phones(1000);
        phones.bot.register("d", 1, 20);
        Address crowded = phones.bot.address(1);
        for (int i = 0; i < 4; i++) {
            phones.post.send(crowded, Message.of("answer", Keyboard.none()));
        }
        phones.messenger.calls.clear();
        AtomicInteger refused = new AtomicInteger();
        phones.messenger.answer = call -> call.chat().equals(crowded.chat()) && refused.getAndIncrement() == 0
                ? new Outcome.Wait(Duration.ofSeconds(1))
                : new Outcome.Delivered(1);
        start(phones.sender());
        phones.bot.launch("d");

        await().until(() -> phones.bot.progress().delivered() == 20);
        List<FakeMessenger.Call> calls = List.copyOf(phones.messenger.calls);
        assertThat(refused).hasValue(2);
        assertThat(calls.getLast().chat()).isEqualTo(crowded.chat());
        assertThat(calls.getLast().at() - calls.get(calls.size() - 2).at()).isGreaterThan(500_000_000L);
        assertThat(phones.bot.redis.opsForHash().get(TestBot.key("pace"), "rate"))
                .isNull();
    }

    @Test
    void twoMessagesToABusyChatAreNotTriedInEachOthersWait() {
        TestPhones phones = phones(1000);
        phones.bot.register("d", 1, 1);
        Address busy = phones.bot.address(1);
        for (int i = 0; i < 4; i++) {
            phones.post.send(busy, Message.of("answer", Keyboard.none()));
        }
        // as Telegram does: what is sent during a wait lengthens it
        AtomicLong until = new AtomicLong(System.nanoTime() + 1_000_000_000L);
        phones.messenger.answer = call -> {
            if (call.at() >= until.get()) {
                return new Outcome.Delivered(1);
            }
            return new Outcome.Wait(Duration.ofNanos(until.addAndGet(1_000_000_000L) - call.at()));
        };
        start(phones.sender());
        phones.bot.launch("d");
        DispatchId update = new DispatchId("a1.news.1");
        phones.bot.dispatches.launch(TestBot.ID, TestBot.dispatch(update, Priority.UPDATE), TestBot.everyoneIn("d"));

        await().atMost(Duration.ofSeconds(20)).until(() -> phones.bot.progress().delivered() == 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> phones.bot.dispatches.progress(update).delivered() == 1);
    }

    @Test
    void aLaunchByAnotherProcessIsNoticed() {
        TestPhones phones = phones(1000);
        start(phones.sender());
        TestBot other = new TestBot();
        phones.bot.register("d", 1, 1);
        new Launch(other.redis, Clock.systemUTC())
                .run(
                        TestBot.ID,
                        TestBot.dispatch(TestBot.CALL, Priority.CALL),
                        phones.bot.texts.seal(TestBot.ID, TestBot.dispatch(TestBot.CALL, Priority.CALL)),
                        TestBot.everyoneIn("d"),
                        true);

        await().atMost(Duration.ofSeconds(1)).until(() -> phones.bot.progress().delivered() == 1);
    }

    @Test
    void itGoesOnWhenRedisIsBack() {
        TestPhones phones = phones(1000);
        AtomicInteger failures = new AtomicInteger(3);
        start(phones.sender(new FailingRedis(phones.bot.redis, failures, () -> {
            throw new RedisConnectionFailureException("down");
        })));
        phones.bot.register("d", 1, 3);
        phones.bot.launch("d");
        await().until(() -> phones.bot.progress().delivered() == 3);

        failures.set(2);
        var second = new DispatchId("a1.update");
        phones.bot.dispatches.launch(TestBot.ID, TestBot.dispatch(second, Priority.UPDATE), TestBot.everyoneIn("d"));

        await().until(() -> phones.bot.dispatches.progress(second).delivered() == 3);
        assertThat(phones.messenger.calls).hasSize(6);
    }

    @Test
    void whatIsUnderWayIsSettledBeforeItStops() throws InterruptedException {
        TestPhones phones = phones(1000);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        phones.messenger.answer = call -> {
            try {
                mayAnswer.await();
            } catch (InterruptedException e) {
                return new Outcome.Unknown();
            }
            return new Outcome.Delivered(1);
        };
        Sender sender = phones.sender();
        start(sender);
        phones.bot.register("d", 1, 3);
        phones.bot.launch("d");
        await().until(() -> phones.messenger.calls.size() == 3);

        sender.stop();
        assertThat(sender.awaitQuiet(Duration.ofMillis(10))).isFalse();
        mayAnswer.countDown();
        assertThat(sender.awaitQuiet(Duration.ofSeconds(5))).isTrue();
        assertThat(phones.bot.progress().delivered()).isEqualTo(3);
    }

    private static TestPhones phones(double rate) {
        return new TestPhones(new TestBot(rate, Duration.ofSeconds(30)));
    }

    private void start(Sender sender) {
        senders.add(sender);
        sender.start();
    }

    /** A Redis that answers no script for a number of times. */
    private static final class FailingRedis extends StringRedisTemplate {

        private final AtomicInteger failures;
        private final Supplier<Error> failure;

        FailingRedis(StringRedisTemplate redis, AtomicInteger failures, Supplier<Error> failure) {
            super(redis.getRequiredConnectionFactory());
            this.failures = failures;
            this.failure = failure;
        }

        @Override
        public <T> T execute(RedisScript<T> script, List<String> keys, Object... arguments) {
            if (failures.getAndDecrement() > 0) {
                throw failure.get();
            }
            return super.execute(script, keys, arguments);
        }
    }
}
