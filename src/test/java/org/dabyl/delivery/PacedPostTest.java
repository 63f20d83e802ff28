package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

@ExtendWith(TestRedis.class)
class PacedPostTest {

    private static final Message TEXT = Message.of("text", Keyboard.none());

    private final TestPhones phones = new TestPhones(new TestBot(10, Duration.ofSeconds(30)));
    private final Address to = phones.bot.address(1);

    @Test
    void anAnswerArrivesAndItsNumberIsKnown() {
        assertThat(phones.post.send(to, TEXT)).isEqualTo(OptionalLong.of(101));
        assertThat(phones.post.edit(to, 101, TEXT)).isEqualTo(Post.Edit.DONE);
        assertThat(phones.messenger.calls).extracting(FakeMessenger.Call::kind).containsExactly("send", "edit");
    }

    @Test
    void anAnswerThatMayBeLostIsSentOnceMore() {
        phones.messenger.answer = call -> new Outcome.Unknown();

        assertThat(phones.post.send(to, TEXT)).isEmpty();
        assertThat(phones.messenger.calls).hasSize(2);
    }

    @Test
    void whatManyReadOrComesAgainByItselfIsSentOnce() {
        phones.messenger.answer = call -> new Outcome.Unknown();

        assertThat(phones.post.announce(to, TEXT)).isEqualTo(new Outcome.Unknown());
        assertThat(phones.messenger.calls).hasSize(1);
        assertThat(phones.post.boards().once().send(to, TEXT)).isEmpty();
        assertThat(phones.messenger.calls).hasSize(2);
    }

    @Test
    void anEditThatMayBeLostIsTriedThreeTimes() {
        phones.messenger.answer = call -> new Outcome.Unknown();

        assertThat(phones.post.edit(to, 1, TEXT)).isEqualTo(Post.Edit.UNKNOWN);
        assertThat(phones.messenger.calls).hasSize(3);
    }

    @Test
    void aPauseIsWaitedForAndTheAnswerArrives() {
        answerFirst(new Outcome.Wait(Duration.ofMillis(300)));
        long start = System.nanoTime();

        assertThat(phones.post.send(to, TEXT)).isPresent();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
        assertThat(phones.messenger.calls).hasSize(2);
    }

    @Test
    void aLongPauseIsNotedForAllAndNotWaitedFor() {
        answerFirst(new Outcome.Wait(Duration.ofSeconds(61)));

        assertThat(phones.post.send(to, TEXT)).isEmpty();
        assertThat(phones.post.send(to, TEXT)).isEmpty();

        assertThat(phones.messenger.calls).hasSize(1);
        assertThat(phones.bot.redis.getExpire(TestBot.key("pause"))).isBetween(59L, 61L);
    }

    @Test
    void whoIsGoneIsTold() {
        phones.messenger.answer = call -> new Outcome.Gone();

        assertThat(phones.post.send(to, TEXT)).isEmpty();
        assertThat(phones.departed).containsExactly(to);
    }

    @Test
    void whoCannotBeWrittenToIsNotForgotten() {
        phones.messenger.answer = call -> new Outcome.Unreachable("Forbidden");

        for (int i = 1; i <= DeadEnds.MANY; i++) {
            assertThat(phones.post.send(phones.bot.address(i), TEXT)).isEmpty();
        }

        assertThat(phones.post.edit(to, 1, TEXT)).isEqualTo(Post.Edit.IMPOSSIBLE);
        assertThat(phones.departed).isEmpty();
        assertThat(phones.deadEnds.bots()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedOrMissedIsNotTriedAgain() {
        phones.messenger.answer = call -> new Outcome.Refused("message text is empty");
        assertThat(phones.post.send(to, TEXT)).isEmpty();
        phones.messenger.answer = call -> new Outcome.Declined("Bad Request: PEER_ID_INVALID");
        assertThat(phones.post.send(to, TEXT)).isEmpty();
        phones.messenger.answer = call -> new Outcome.Missed();
        assertThat(phones.post.edit(to, 1, TEXT)).isEqualTo(Post.Edit.IMPOSSIBLE);

        assertThat(phones.messenger.calls).hasSize(3);
    }

    @Test
    void aBotWithoutAServiceIsNotAskedAgain() {
        phones.messenger.answer = call -> new Outcome.Revoked();

        assertThat(phones.post.send(to, TEXT)).isEmpty();
        assertThat(phones.post.send(to, TEXT)).isEmpty();

        assertThat(phones.messenger.calls).hasSize(1);
        assertThat(phones.revocations.contain(TestBot.ID)).isTrue();
    }

    @Test
    void ofSeveralReplacementsTheNewestLeavesAndNobodyWaits() {
        takeAllSlots();
        for (int i = 0; i < 100; i++) {
            phones.post.replace(to, 1, () -> TEXT);
        }
        assertThat(phones.messenger.calls).isEmpty();

        phones.post.replace(to, 1, () -> Message.of("newest", Keyboard.none()));
        phones.bot.redis.delete(TestBot.key("pace:answers"));

        await().until(() -> !phones.messenger.calls.isEmpty());
        assertThat(phones.messenger.edited).isEqualTo("newest");
        assertThat(phones.messenger.calls).hasSize(1);
    }

    @Test
    void anAnswerPassesTheBoardsAndEditsThatWaitForASlot() throws InterruptedException {
        takeAllSlots();
        Thread board = Thread.ofVirtual()
                .start(() -> phones.post.boards().edit(phones.bot.address(2), 2, Message.of("board", Keyboard.none())));
        phones.post.replace(phones.bot.address(3), 3, () -> TEXT);
        await().until(() -> board.getState() == Thread.State.TIMED_WAITING);

        phones.bot.redis.opsForZSet().popMin(TestBot.key("pace:answers"));
        assertThat(phones.post.send(to, TEXT)).isPresent();
        assertThat(phones.messenger.calls).extracting(FakeMessenger.Call::kind).containsExactly("send");

        phones.bot.redis.delete(TestBot.key("pace:answers"));
        assertThat(board.join(Duration.ofSeconds(5))).isTrue();
        await().until(() -> phones.messenger.calls.size() == 3);
    }

    @Test
    void whatCanNotBeReplacedIsSentAnew() {
        phones.messenger.answer = call -> call.kind().equals("edit") ? new Outcome.Missed() : new Outcome.Delivered(5);

        phones.post.replace(to, 1, () -> TEXT);

        await().until(() -> phones.messenger.calls.size() == 2);
        assertThat(phones.messenger.calls).extracting(FakeMessenger.Call::kind).containsExactly("edit", "send");
    }

    @Test
    void whatIsNoLongerWantedWhenItsTurnComesIsNotSentAndItsSlotIsFree() throws InterruptedException {
        int all = takeAllSlots();
        AtomicBoolean wanted = new AtomicBoolean(true);
        AtomicReference<OptionalLong> sent = new AtomicReference<>();
        Thread waiting = Thread.ofVirtual()
                .start(() -> sent.set(phones.post.onlyIf(wanted::get).send(to, TEXT)));
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        wanted.set(false);
        phones.bot.redis.delete(TestBot.key("pace:answers"));

        assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
        assertThat(sent.get()).isEqualTo(OptionalLong.empty());
        assertThat(phones.messenger.calls).isEmpty();
        assertThat(takeAllSlots()).isEqualTo(all);
    }

    @Test
    void aReplacementThatIsNoLongerWantedIsNeitherMadeNorSentAnewAndItsSlotIsFree() {
        takeAllSlots();
        AtomicBoolean wanted = new AtomicBoolean(true);
        phones.post.onlyWhile(wanted::get).replace(to, 1, () -> TEXT);
        phones.post.replace(phones.bot.address(2), 2, () -> Message.of("other", Keyboard.none()));
        await().until(() -> phones.bot.redis.hasKey(TestBot.key("pace:asking")));

        wanted.set(false);
        phones.bot.redis.delete(TestBot.key("pace:answers"));

        await().until(() -> !phones.messenger.calls.isEmpty());
        await().until(() -> heldSlots() == 0);
        assertThat(phones.messenger.edited).isEqualTo("other");
        assertThat(phones.messenger.calls).hasSize(1);
    }

    @Test
    void whatIsSentAnewAndNoLongerWantedWhenItHasArrivedIsDeletedAndNotNoted() {
        AtomicBoolean wanted = new AtomicBoolean(true);
        phones.messenger.answer = call -> switch (call.kind()) {
            case "edit" -> new Outcome.Missed();
            case "send" -> {
                wanted.set(false);
                yield new Outcome.Delivered(5);
            }
            default -> new Outcome.Delivered(0);
        };

        phones.post.onlyWhile(wanted::get).replace(to, 1, () -> TEXT);

        await().until(() -> !phones.messenger.deleted.isEmpty());
        assertThat(phones.messenger.deleted).containsExactly(List.of(5L));
        assertThat(phones.bot.redis.keys("*sent*")).isEmpty();
    }

    @Test
    void theSlotOfAnEditThatWasForgottenMeanwhileIsFree() {
        TestPhones quick = new TestPhones(new TestBot(1000, Duration.ofSeconds(30)));
        takeAllSlots(quick);
        quick.post.replace(quick.bot.address(1), 1, () -> TEXT);
        await().until(() -> quick.bot.redis.hasKey(TestBot.key("pace:asking")));
        // one too many
        for (int i = 0; i < Edits.MOST; i++) {
            quick.post.replace(quick.bot.address(2 + i), 1, () -> TEXT);
        }

        quick.bot.redis.delete(TestBot.key("pace:answers"));

        await().atMost(Duration.ofSeconds(30)).until(() -> quick.messenger.calls.size() == Edits.MOST);
        assertThat(quick.messenger.calls).noneMatch(call -> call.chat().equals(quick.bot.chat(1)));
        await().atMost(Duration.ofSeconds(5)).until(() -> heldSlots() == 0);
    }

    @Test
    void aReplacementIsWrittenWhenItIsItsTurnAndOnceMoreWhereThatFails() {
        takeAllSlots();
        AtomicInteger written = new AtomicInteger();
        phones.post.replace(to, 1, () -> {
            if (written.incrementAndGet() == 1) {
                throw new IllegalStateException("Redis is away");
            }
            return TEXT;
        });
        assertThat(written).hasValue(0);

        phones.bot.redis.delete(TestBot.key("pace:answers"));

        await().until(() -> !phones.messenger.calls.isEmpty());
        assertThat(written).hasValue(2);
    }

    @Test
    void aReplacementThatMayBeLostIsTriedThreeTimes() {
        phones.messenger.answer = call -> new Outcome.Unknown();

        phones.post.replace(to, 1, () -> TEXT);
        await().until(() -> phones.messenger.calls.size() == 3);
        phones.messenger.answer = call -> new Outcome.Delivered(5);
        phones.post.replace(to, 2, () -> TEXT);

        await().until(() -> phones.messenger.calls.size() == 4);
    }

    @Test
    void editsOutliveAnError() {
        phones.messenger.answer = call -> {
            phones.messenger.answer = next -> new Outcome.Delivered(5);
            throw new StackOverflowError();
        };
        phones.post.replace(to, 1, () -> TEXT);
        await().until(() -> phones.messenger.calls.size() == 2);

        AtomicInteger failures = new AtomicInteger();
        StringRedisTemplate failing = new StringRedisTemplate(phones.bot.redis.getRequiredConnectionFactory()) {
            @Override
            public <T> T execute(RedisScript<T> script, List<String> keys, Object... arguments) {
                if (failures.getAndIncrement() == 0) {
                    throw new StackOverflowError();
                }
                return super.execute(script, keys, arguments);
            }
        };
        phones.post(failing).replace(to, 2, () -> TEXT);

        await().until(() -> phones.messenger.calls.size() == 3);
    }

    @Test
    void whoTapsWithoutEndHasEditsAtThePaceOfOneChatAndHoldsUpNobodyElse() {
        TestPhones quick = new TestPhones(new TestBot(1000, Duration.ofSeconds(30)));
        Address other = quick.bot.address(2);
        for (int i = 1; i <= 6; i++) {
            quick.post.replace(to, i, () -> TEXT);
        }
        await().until(() -> quick.messenger.calls.size() == 4);
        quick.post.replace(other, 1, () -> TEXT);

        await().until(() -> quick.messenger.calls.size() == 7);
        List<FakeMessenger.Call> calls = List.copyOf(quick.messenger.calls);
        assertThat(calls.get(4).chat()).isEqualTo(other.chat());
        assertThat(Duration.ofNanos(calls.get(6).at() - calls.get(0).at())).isGreaterThan(Duration.ofMillis(1_900));
    }

    /** Whose it is is not said; answers keep to the pace of their chat, so it is taken for the bot's. */
    @Test
    void a429ToAnEditHoldsTheBot() {
        answerFirst(new Outcome.Wait(Duration.ofSeconds(3)));

        phones.post.replace(to, 1, () -> TEXT);

        await().until(() -> phones.bot.redis.hasKey(TestBot.key("pause")));
        await().until(() -> phones.messenger.calls.size() == 2);
    }

    @Test
    void aToastThatIsToldToWaitIsShownAfterIt() {
        phones.messenger.answer = call ->
                phones.messenger.calls.size() == 1 ? new Outcome.Wait(Duration.ofMillis(50)) : new Outcome.Delivered(0);
        phones.post.toast(to, "press", "");
        await().until(() -> phones.messenger.calls.size() == 2);
        assertThat(phones.messenger.calls).extracting(FakeMessenger.Call::kind).containsExactly("toast", "toast");
    }

    @Test
    void aToastWaitsForNothingAndIsTriedTwice() {
        takeAllSlots();
        answerFirst(new Outcome.Unknown());

        phones.post.toast(to, "press", "");

        assertThat(phones.messenger.calls).extracting(FakeMessenger.Call::kind).containsExactly("toast", "toast");
    }

    @Test
    void answersKeepToThePace() {
        for (int i = 0; i < 22; i++) {
            assertThat(phones.post.send(phones.bot.address(i), TEXT)).isPresent();
        }

        assertThat(phones.messenger.mostInASecond()).isEqualTo(11);
    }

    @Test
    void waitingEndsWithAnInterrupt() throws InterruptedException {
        takeAllSlots();
        AtomicReference<OptionalLong> sent = new AtomicReference<>();
        Thread waiting = Thread.ofVirtual().start(() -> sent.set(phones.post.send(to, TEXT)));
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

        waiting.interrupt();

        assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
        assertThat(sent.get()).isEqualTo(OptionalLong.empty());
        assertThat(phones.messenger.calls).isEmpty();
    }

    /** How many there were. */
    private int takeAllSlots() {
        return takeAllSlots(phones);
    }

    private static int takeAllSlots(TestPhones phones) {
        Reserve reserve = new Reserve(phones.bot.redis, phones.bot.settings);
        int taken = 0;
        while (reserve.run(TestBot.ID, List.of("slot", taken).toString()).granted()) {
            taken++;
        }
        return taken;
    }

    /** Slots of edits that are not given back. */
    private long heldSlots() {
        double soon = (System.currentTimeMillis() + 5_000) * 1000.0;
        Long held = phones.bot.redis.opsForZSet().count(TestBot.key("pace:edits"), soon, Double.POSITIVE_INFINITY);
        return held == null ? 0 : held;
    }

    private void answerFirst(Outcome first) {
        phones.messenger.answer = call -> phones.messenger.calls.size() == 1 ? first : new Outcome.Delivered(5);
    }
}
