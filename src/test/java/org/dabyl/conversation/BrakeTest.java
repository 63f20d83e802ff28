package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Post;
import org.dabyl.delivery.TestFleet;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is not heard because they go on too fast is told so, whatever they did. */
@ExtendWith(TestRedis.class)
class BrakeTest {

    private final CountDownLatch telegram = new CountDownLatch(1);
    private final List<Address> toasted = new CopyOnWriteArrayList<>();
    private final List<String> written = new CopyOnWriteArrayList<>();

    private final Post post = new NoPost() {
        @Override
        public OptionalLong send(Address to, Message message) {
            written.add(message.body());
            return OptionalLong.empty();
        }

        @Override
        public void toast(Address to, String pressId, String text) {
            try {
                telegram.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            toasted.add(to);
        }
    };

    private final QuotaSettings settings = new QuotaSettings(
            20, 40, 100, Duration.ofSeconds(1), 200, 1000, 5000, Duration.ofMillis(50), 20_000, Duration.ofMillis(500));
    private final Brake brake = new Brake(
            new Admission(new Quota(TestRedis.template(), settings), settings, Clock.systemUTC()), post, new Texts());

    @Test
    void whoWritesIsToldByAMessageOnce() {
        brake.holdOff(said(1, new Said.Text("I bring water")));
        brake.holdOff(said(1, new Said.Text("and bread")));

        await().until(() -> !written.isEmpty());
        assertThat(written).singleElement().asString().contains("Too fast");
    }

    @Test
    void whoPressesIsToldHoweverSlowTelegramIs() {
        IntStream.range(0, 100).forEach(n -> brake.holdOff(said(n, new Said.Press("p" + n, 1, "a:x:no"))));
        telegram.countDown();

        await().until(() -> toasted.size() == 100);
        assertThat(written).isEmpty();
    }

    private static Incoming said(int person, Said said) {
        return new Incoming(TestFleet.person(1, person), Language.EN, 7, said);
    }
}
