package org.dabyl.bench;

import java.io.IOException;
import org.dabyl.Dabyl;
import org.dabyl.rehearsal.TimedTelegram;

/** How much of the limit that Telegram enforces is used, and whether it is ever exceeded. */
final class Pacing {

    private static final long SECOND = 1_000_000_000L;

    /** Telegram's limits for one bot (Bot FAQ). */
    private static final int FREE = 30;

    private static final int PAID = 1000;

    private Pacing() {}

    /** At the limit that every bot has, which calls, boards and edits share; one slot more than the rate is for answers. */
    static void free(Table table, int recipients) throws IOException, InterruptedException {
        try (Stage stage = new Stage(FREE, 1, FREE - 1)) {
            run(table, stage, FREE, recipients);
        }
    }

    /** At that of paid broadcasts, which calls have to themselves. */
    static void paid(Table table, int recipients) throws IOException, InterruptedException {
        try (Stage stage = new Stage(Dabyl.class, FREE, 1, FREE - 1, "--dabyl.paid-broadcast.enabled=true")) {
            run(table, stage, PAID, recipients);
        }
    }

    private static void run(Table table, Stage stage, int limit, int recipients) throws InterruptedException {
        stage.register(0, recipients);
        stage.phones(0, recipients);
        stage.alert();
        long patience = System.nanoTime() + (recipients / limit * 2 + 30) * SECOND;
        while (stage.telegram.cardCount() < recipients && System.nanoTime() < patience) {
            Thread.sleep(20);
        }
        long[] cards = stage.telegram.cards();
        long[] limited = limit == PAID ? cards : stage.telegram.paced();
        table.row(
                "efficiency at %,d/s, %,d recipients".formatted(limit, recipients),
                ">= 95 %",
                "%.1f %%, %d times 429, %,d of %,d arrived",
                100 * sustained(limited, cards) / limit,
                stage.telegram.tooMany(),
                cards.length,
                recipients);
    }

    /** What the limit counts, a second, from one second after the first card, so that the first burst does not count. */
    private static double sustained(long[] limited, long[] cards) {
        long from = cards[0] + SECOND;
        long to = cards[cards.length - 1];
        int sent = 0;
        for (long at : limited) {
            sent += at > from && at <= to ? 1 : 0;
        }
        return sent / ((to - from) / (double) SECOND);
    }

    static double perSecond(TimedTelegram telegram) {
        long[] cards = telegram.cards();
        return (cards.length - 1) / ((cards[cards.length - 1] - cards[0]) / (double) SECOND);
    }
}
