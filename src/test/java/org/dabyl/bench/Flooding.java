package org.dabyl.bench;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.dabyl.rehearsal.TimedTelegram;

/** How soon an alert's first card is there while strangers press as fast as they can. */
final class Flooding {

    private static final int RECIPIENTS = 300;
    private static final long SECOND = 1_000_000_000L;

    private Flooding() {}

    static void run(Table table, int strangers, int perSecond) throws IOException, InterruptedException {
        try (Stage stage = new Stage(30, 1, 29)) {
            stage.register(0, RECIPIENTS);
            stage.phones(0, RECIPIENTS);
            stage.alert();
            stage.awaitCards(RECIPIENTS);
            // what anybody may press: a card that was handed on
            int from = 1_000_000;
            stage.phones(from, from + strangers);
            for (int n = from; n < from + strangers; n++) {
                stage.telegram.deal(0, Stage.person(n));
            }
            TimedTelegram.Card card = stage.telegram.anyCard();
            AtomicBoolean over = new AtomicBoolean();
            AtomicLong pressed = new AtomicLong();
            Thread flood = Thread.ofPlatform().start(() -> {
                long start = System.nanoTime();
                for (long n = 0; !over.get(); n++) {
                    LockSupport.parkNanos(start + n * SECOND / ((long) strangers * perSecond) - System.nanoTime());
                    stage.telegram.pressDealt(0, Stage.person(from + (int) (n % strangers)), card.data());
                    pressed.incrementAndGet();
                }
            });
            Thread.sleep(5_000);
            long asked = System.nanoTime();
            long sent = stage.alert();
            stage.awaitCards(1);
            long first = stage.telegram.cards()[0];
            stage.awaitCards(RECIPIENTS);
            over.set(true);
            flood.join();
            table.row(
                    "first card, %,d strangers pressing %,d times a second".formatted(strangers, perSecond),
                    "2 s",
                    "%,d ms (preview after %,d ms), %,d pressed/s",
                    (first - sent) / 1_000_000,
                    (sent - asked) / 1_000_000,
                    pressed.get() * SECOND / (System.nanoTime() - asked + 5 * SECOND));
        }
    }
}
