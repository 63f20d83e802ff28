package org.dabyl.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.dabyl.Dabyl;
import org.dabyl.rehearsal.TimedTelegram.Card;

/** How soon an alert's first card is there while a crowd presses as fast as it can. */
final class Flooding {

    private static final int CROWD = 1_000;
    private static final int RECIPIENTS = 100;
    private static final long SECOND = 1_000_000_000L;

    private Flooding() {}

    /** The crowd was called before and presses its cards, or is of strangers, to whom one of these was handed on. */
    static void run(Table table, boolean registered, boolean webhook, int perSecond, int alerts)
            throws IOException, InterruptedException {
        String[] settings =
                webhook ? new String[] {"--dabyl.webhook.url=http://127.0.0.1:${server.port}"} : new String[0];
        try (Stage stage = new Stage(Dabyl.class, 30, 1, 29, settings)) {
            int called = registered ? CROWD : 1;
            int first = registered ? 0 : called;
            stage.register(0, called);
            stage.register(Stage.OTHER_DISTRICT, first + CROWD, first + CROWD + RECIPIENTS);
            stage.phones(0, first + CROWD + RECIPIENTS);
            stage.alert();
            stage.awaitCards(called);
            Card card = stage.telegram.anyCard();
            for (int n = called; n < first + CROWD; n++) {
                stage.telegram.deal(0, Stage.person(n));
            }
            AtomicBoolean over = new AtomicBoolean();
            AtomicLong pressed = new AtomicLong();
            Cpu used = Cpu.of(stage);
            long start = System.nanoTime();
            Thread flood = Thread.ofPlatform().start(() -> {
                for (long n = 0; !over.get(); n = pressed.incrementAndGet()) {
                    LockSupport.parkNanos(start + n * SECOND / ((long) CROWD * perSecond) - System.nanoTime());
                    stage.telegram.pressDealt(0, Stage.person(first + (int) (n % CROWD)), card.data());
                }
            });
            Thread.sleep(5_000);
            List<Double> waits = waits(stage, alerts);
            over.set(true);
            flood.join();
            table.row(
                    "first card, %,d %s pressing %,d times a second, %s, %d alerts"
                            .formatted(
                                    CROWD,
                                    registered ? "supporters" : "strangers",
                                    perSecond,
                                    webhook ? "by webhook" : "polled",
                                    alerts),
                    "2 s",
                    "p50 %,.0f ms, max %,.0f ms, %,d pressed/s, %,d not yet brought",
                    Stage.percentile(waits, 50),
                    Stage.percentile(waits, 100),
                    pressed.get() * SECOND / (System.nanoTime() - start),
                    stage.telegram.waiting(0));
            table.row(
                    "of it CPU a press: program, Telegram, Redis",
                    "",
                    "%s",
                    Cpu.of(stage).since(used, pressed.intValue()));
        }
    }

    /** From the press to the first card of each alert, in ms; endless for the last where the flood holds it up for minutes. */
    private static List<Double> waits(Stage stage, int alerts) {
        List<Double> waits = new ArrayList<>();
        try {
            while (waits.size() < alerts) {
                waits.add(stage.firstCard(Stage.OTHER_DISTRICT));
                stage.awaitCards(RECIPIENTS);
            }
        } catch (IllegalStateException inVain) {
            waits.add(Double.POSITIVE_INFINITY);
        }
        return waits;
    }
}
