package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class ChatPaceTest {

    private static final Message TEXT = Message.of("text", Keyboard.none());

    private final TestPhones phones = new TestPhones(new TestBot(1000, Duration.ofSeconds(30)));
    private final ChatPace people = new ChatPace(phones.bot.redis, phones.messenger);
    private final Address one = phones.bot.address(1);

    @Test
    void aChatTakesAShortBurstAndThenOneASecond() throws Exception {
        long start = System.nanoTime();
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            assertThat(people.await(one, Duration.ofMinutes(1))).isTrue();
            millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
        assertThat(millis.get(3)).isLessThan(900);
        assertThat(millis.get(4)).isBetween(900L, 1900L);
        assertThat(millis.get(5)).isBetween(1900L, 2900L);
    }

    @Test
    void instancesShareThePaceOfAChat() throws Exception {
        ChatPace other = new ChatPace(phones.bot.redis, phones.messenger);
        for (int i = 0; i < 4; i++) {
            assertThat((i % 2 == 0 ? people : other).await(one, Duration.ZERO)).isTrue();
        }
        assertThat(people.await(one, Duration.ZERO)).isFalse();
        assertThat(other.await(one, Duration.ZERO)).isFalse();
    }

    @Test
    void aGroupTakesTwentyAMinute() {
        assertThat(IntStream.range(0, 40)
                        .filter(i -> await(new ChatPace(phones.bot.redis, new Groups()), one))
                        .count())
                .isEqualTo(5);
        // each further one 4 s later, so at most 5 + 15 in any minute
        Duration sixth = Duration.ofMillis(phones.bot.redis.getExpire(one.passingKey("chat"), TimeUnit.MILLISECONDS))
                .minus(Duration.ofSeconds(16));
        assertThat(sixth).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void aChatThatIsTooFastHoldsUpNobodyElse() throws Exception {
        for (int i = 0; i < 4; i++) {
            phones.post.send(one, TEXT);
        }
        Thread waiting = Thread.ofVirtual().start(() -> phones.post.send(one, TEXT));
        long start = System.nanoTime();

        for (int person = 2; person < 20; person++) {
            assertThat(phones.post.send(phones.bot.address(person), TEXT)).isPresent();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(900));
        assertThat(phones.messenger.calls).hasSize(4 + 18);
        waiting.join();
        assertThat(phones.messenger.calls).hasSize(4 + 18 + 1);
    }

    @Test
    void theKeysDieByThemselvesAndHoldNoSealedId() throws Exception {
        people.await(one, Duration.ZERO);

        assertThat(phones.bot.redis.getExpire(one.passingKey("chat"), TimeUnit.MILLISECONDS))
                .isBetween(1L, 1000L);
        assertThat(phones.bot.redis.keys("*"))
                .isNotEmpty()
                .noneMatch(key -> key.contains(one.chat().value()));
    }

    private static boolean await(ChatPace pace, Address to) {
        try {
            return pace.await(to, Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All chats are groups. */
    private static final class Groups implements Messenger {

        @Override
        public Outcome send(Address to, Message message) {
            return new Outcome.Missed();
        }

        @Override
        public Outcome edit(Address to, long messageId, Message message) {
            return new Outcome.Missed();
        }

        @Override
        public Outcome toast(BotId bot, String pressId, String text) {
            return new Outcome.Missed();
        }

        @Override
        public boolean group(Address to) {
            return true;
        }
    }
}
