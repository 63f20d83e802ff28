package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Rank;
import org.dabyl.conversation.Said;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Messenger;
import org.dabyl.delivery.Outcome;
import org.dabyl.store.TestRedis;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;
import org.springframework.data.redis.core.StringRedisTemplate;

@Timeout(60)
@ExtendWith({TestRedis.class, OutputCaptureExtension.class})
class InboxTest {

    private static final BotId BOT = new BotId(1);
    private static final String INBOX = "{1}:inbox";

    private final StringRedisTemplate redis = TestRedis.template();
    private final Vault vault = TestVault.create();
    private final Lease lease = new Lease(redis, Clock.systemUTC(), BOT, Duration.ofMinutes(5));
    private final List<String> toasts = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Lanes lanes = new Lanes(256, 4000);
    private final List<Worker> workers = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.forEach(Worker::stop);
    }

    @Test
    void oneChatIsHeardInOrderAndNothingStays() {
        for (int i = 0; i < 250; i++) {
            store(i, Updates.text(i, 42, "t" + i));
        }
        read(incoming -> {
            if (incoming.order() % 50 == 0) {
                // gives what comes after it the time to overtake it
                LockSupport.parkNanos(20_000_000);
            }
            note(incoming);
        });

        await().until(() -> heard.size() == 250);
        assertThat(heard)
                .startsWith("t0", "t1", "t2")
                .endsWith("t248", "t249")
                .isSortedAccordingTo(
                        (a, b) -> Integer.compare(Integer.parseInt(a.substring(1)), Integer.parseInt(b.substring(1))));
        awaitEmpty();
    }

    @Test
    void chatsAreHeardSideBySide() throws Exception {
        CountDownLatch together = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            store(i, Updates.text(i, 100 + i, "t"));
        }
        read(incoming -> {
            together.countDown();
            try {
                together.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(together.await(20, TimeUnit.SECONDS)).isTrue();
        awaitEmpty();
    }

    @Test
    void whatADeadReceiverHadReadIsHeardFirst() {
        store(1, Updates.text(1, 42, "first"));
        store(2, Updates.text(2, 42, "second"));
        redis.opsForStream().createGroup(INBOX, ReadOffset.from("0"), "dabyl");
        redis.opsForStream().read(Consumer.from("dabyl", "receiver"), StreamReadOptions.empty(), lastConsumed());
        store(3, Updates.text(3, 42, "third"));

        read(this::note);

        await().until(() -> heard.size() == 3);
        assertThat(heard).containsExactly("first", "second", "third");
        awaitEmpty();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static StreamOffset<String>[] lastConsumed() {
        return new StreamOffset[] {StreamOffset.create(INBOX, ReadOffset.lastConsumed())};
    }

    @Test
    void whatArrivesLaterIsHeardToo() {
        read(this::note);
        store(1, Updates.text(1, 42, "late"));
        await().until(() -> heard.contains("late"));
    }

    @Test
    void whileRedisIsAwayAnUpdateIsSaidAgain() {
        AtomicInteger times = new AtomicInteger();
        store(1, Updates.text(1, 42, "t"));
        read(incoming -> {
            if (times.incrementAndGet() < 3) {
                throw new QueryTimeoutException("away");
            }
            note(incoming);
        });
        await().until(() -> heard.size() == 1);
        assertThat(times).hasValue(3);
        awaitEmpty();
    }

    @Test
    void whatFailsWhenTheLeaseIsLostIsLeftForTheNextReceiver(CapturedOutput output) {
        store(1, Updates.text(1, 42, "t"));
        read(incoming -> {
            note(incoming);
            lease.lost();
            throw new IllegalStateException("the program ends");
        });
        await().until(() -> heard.size() == 1);
        await().during(Duration.ofMillis(500)).until(() -> redis.opsForStream().size(INBOX) == 1);
        assertThat(output.getAll()).doesNotContain("could not be handled");
    }

    @Test
    void aBrokenHandlerStopsNothingAndTellsNoContent(CapturedOutput output) {
        store(1, Updates.text(1, 42, "broken"));
        store(2, Updates.text(2, 42, "fine"));
        read(incoming -> {
            if (incoming.said().equals(new Said.Text("broken"))) {
                throw new IllegalStateException("secret words of 42");
            }
            note(incoming);
        });
        await().until(() -> heard.contains("fine"));
        awaitEmpty();
        assertThat(output).contains("IllegalStateException", "message").doesNotContain("secret words");
    }

    @Test
    void aCommandThatRedisRefusesIsGivenUp() {
        store(1, Updates.text(1, 42, "broken"));
        read(incoming -> {
            throw new RedisSystemException("x", new IllegalStateException("ERR wrong number of arguments"));
        });
        awaitEmpty();
    }

    @Test
    void aPressInAGroupIsAnswered() {
        store(1, Updates.press(1, 42, "a").replace("private", "supergroup"));
        read(this::note);
        await().until(() -> toasts.contains("1 press-1 "));
        awaitEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void whatDoesNotOpenIsSetAside() {
        redis.opsForStream().add(INBOX, Map.of("id", "1", "update", "nonsense"));
        redis.opsForStream().add(INBOX, Map.of("what", "ever"));
        store(3, Updates.text(3, 42, "fine"));
        read(this::note);
        await().until(() -> heard.contains("fine"));
        awaitEmpty();
    }

    @Test
    void withoutTheLeaseNothingIsRead() throws Exception {
        store(1, Updates.text(1, 42, "t"));
        inbox(this::note).read();
        assertThat(heard).isEmpty();
        assertThat(redis.opsForStream().size(INBOX)).isEqualTo(1);
    }

    @Test
    void whatIsLeftWhenTheLeaseEndsIsHeardInTheNextTerm() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        store(1, Updates.text(1, 42, "first"));
        store(2, Updates.text(2, 42, "second"));
        read(incoming -> {
            note(incoming);
            if (inside.getCount() > 0) {
                inside.countDown();
                lease.lost();
            }
        });
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        await().until(() -> !lease.held());
        await().until(() -> size() == 1);

        lease.take();

        await().until(() -> heard.contains("second"));
        awaitEmpty();
        assertThat(heard).containsExactly("first", "second");
    }

    @Test
    void whileOthersWaitAnOrganiserDoesNot() {
        heldUp(Rank.RESIDENT, Rank.ORGANISER);
    }

    @Test
    void nobodyWaitsForNewcomersWhoWaitToBeTold() {
        heldUp(Rank.NEWCOMER, Rank.RESIDENT);
    }

    @Test
    void whatCountsOfANewcomerWaitsForNoOtherNewcomer() {
        heldUp(Rank.NEWCOMER, Rank.NEWCOMER);
    }

    /** 400 of a rank who wait for their turn, and one behind them who does not. */
    private void heldUp(Rank many, Rank one) {
        Semaphore turn = new Semaphore(0);
        for (int i = 1; i <= 400; i++) {
            store(i, Updates.text(i, 1_000 + i, "waits"));
        }
        store(401, Updates.text(401, 42, "/yes"));
        read(new Listener() {
            @Override
            public void hear(Incoming incoming) {
                if (incoming.order() <= 400) {
                    turn.acquireUninterruptibly();
                }
                note(incoming);
            }

            @Override
            public Map<Address, Rank> ranks(Set<Address> people) {
                SealedId last = vault.seal(new ChatId(42));
                return people.stream()
                        .collect(Collectors.toMap(
                                person -> person, person -> person.chat().equals(last) ? one : many));
            }

            @Override
            public boolean counts(Incoming incoming, Rank rank) {
                return incoming.order() == 401;
            }
        });
        await().until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly("/yes");
        turn.release(400);
        await().until(() -> heard.size() == 401);
        awaitEmpty();
    }

    @Test
    void inARushWhatIsSaidLaterHoldsUpNothing() {
        Semaphore turn = new Semaphore(0);
        lanes.later("another", turn::acquireUninterruptibly);
        store(1, Updates.text(1, 42, "/start d_bakay"));
        store(2, Updates.text(2, 42, "/yes"));
        read(new Listener() {
            @Override
            public void hear(Incoming incoming) {
                note(incoming);
            }

            @Override
            public void hear(Incoming incoming, java.util.function.Consumer<Runnable> later) {
                note(incoming);
                if (incoming.order() == 1) {
                    later.accept(() -> {
                        turn.acquireUninterruptibly();
                        heard.add("welcome");
                    });
                }
            }
        });
        await().until(() -> heard.size() == 2);
        awaitEmpty();
        assertThat(heard).containsExactly("/start d_bakay", "/yes");
        turn.release(2);
        await().until(() -> heard.size() == 3);
        assertThat(heard).containsExactly("/start d_bakay", "/yes", "welcome");
    }

    private void store(long id, String json) {
        String sealed = vault.seal(json, INBOX + ":" + id);
        redis.opsForStream().add(INBOX, Map.of("id", String.valueOf(id), "update", sealed));
    }

    private void read(Listener listener) {
        lease.take();
        Inbox inbox = inbox(listener);
        workers.add(Worker.start("test", inbox::read, new Backoff(Duration.ofMillis(10), Duration.ofMillis(10))));
    }

    private Inbox inbox(Listener listener) {
        Hearing hearing = new Hearing(vault, BOT);
        Handling handling =
                new Handling(BOT, redis, listener, new Toasts(), lease, new Refusals(hearing, listener), lanes);
        return new Inbox(BOT, redis, vault, lease, handling, lanes, hearing);
    }

    private void note(Incoming incoming) {
        if (incoming.said() instanceof Said.Text text) {
            heard.add(text.text());
        }
    }

    private void awaitEmpty() {
        await().until(() -> size() == 0);
        assertThat(redis.opsForStream().pending(INBOX, "dabyl").getTotalPendingMessages())
                .isZero();
    }

    private long size() {
        Long size = redis.opsForStream().size(INBOX);
        return size == null ? 0 : size;
    }

    private final class Toasts implements Messenger {

        @Override
        public Outcome send(Address to, Message message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome edit(Address to, long messageId, Message message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome toast(BotId bot, String pressId, String text) {
            toasts.add(bot.value() + " " + pressId + " " + text);
            return new Outcome.Delivered(0);
        }
    }
}
