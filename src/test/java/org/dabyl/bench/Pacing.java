package org.dabyl.bench;

import java.io.IOException;
import org.dabyl.rehearsal.TimedTelegram;

/** How much of the limit that Telegram enforces is used, and whether it is ever exceeded. */
final class Pacing {

    private static final long SECOND = 1_000_000_000L;

    private Pacing() {}

    static void run(Table table, int limit, int recipients) throws IOException, InterruptedException {
        // one slot more than the rate is for answers
        try (Stage stage = new Stage(limit, 1, limit - 1)) {
            stage.register(0, recipients);
            stage.phones(0, recipients);
            stage.alert();
            long patience = System.nanoTime() + (recipients / limit * 2 + 30) * SECOND;
            while (stage.telegram.cardCount() < recipients && System.nanoTime() < patience) {
                Thread.sleep(20);
            }
            long[] cards = stage.telegram.cards();
            table.row(
                    "efficiency at %,d/s, %,d recipients".formatted(limit, recipients),
                    ">= 95 %",
                    "%.1f %%, %d times 429, %,d of %,d arrived",
                    100 * sustained(stage.telegram.paced(), cards) / limit,
                    stage.telegram.tooMany(),
                    cards.length,
                    recipients);
        }
    }

    /** Messages and edits a second, from one second after the first card, so that the first burst does not count. */
    private static double sustained(long[] paced, long[] cards) {
        long from = cards[0] + SECOND;
        long to = cards[cards.length - 1];
        int sent = 0;
        for (long at : paced) {
            sent += at > from && at <= to ? 1 : 0;
        }
        return sent / ((to - from) / (double) SECOND);
    }

    static double perSecond(TimedTelegram telegram) {
        long[] cards = telegram.cards();
        return (cards.length - 1) / ((cards[cards.length - 1] - cards[0]) / (double) SECOND);
    }
}
