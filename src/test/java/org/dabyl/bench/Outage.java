package org.dabyl.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.dabyl.Dabyl;

/** What becomes of a call in the middle of which Telegram cannot be reached for a while. */
final class Outage {

    private static final int LIMIT = 30;
    private static final int RECIPIENTS = 10_000;
    private static final long SECOND = 1_000_000_000L;

    private Outage() {}

    /** For the first half of so many seconds connections are cut, in the other a gateway answers in Telegram's place. */
    static void run(Table table, int seconds) throws IOException, InterruptedException {
        // neither a reminder nor a ring, so that every card is this call's
        String[] quiet = {"--dabyl.reminders.silent-after=6h", "--dabyl.rings.after=6h"};
        try (Stage stage = new Stage(Dabyl.class, LIMIT, 1, LIMIT - 1, quiet)) {
            stage.register(0, RECIPIENTS);
            stage.phones(0, RECIPIENTS);
            stage.alert();
            stage.awaitCards(1);
            TimeUnit.SECONDS.sleep(10);
            stage.telegram.cut();
            TimeUnit.SECONDS.sleep(seconds / 2);
            stage.telegram.fail();
            TimeUnit.SECONDS.sleep(seconds - seconds / 2);
            long back = System.nanoTime();
            stage.telegram.mend();
            while (stage.telegram.reached() < RECIPIENTS
                    && System.nanoTime() - back < RECIPIENTS / LIMIT * 2 * SECOND) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            stage.awaitEnd();
            long[] cards = Arrays.stream(stage.telegram.cards())
                    .filter(at -> at > back)
                    .toArray();
            String outage = "outage of %,d s in a call to %,d".formatted(seconds, RECIPIENTS);
            table.row(
                    outage + ", end to first card and to last",
                    "",
                    "%,.1f s, %,.0f s (%,d cards)",
                    (cards[0] - back) / (double) SECOND,
                    (cards[cards.length - 1] - back) / (double) SECOND,
                    cards.length);
            table.row(
                    outage + ", arrived, twice, unsubscribed",
                    "all, 0, 0",
                    "%,d, %,d, %,d, %d times 429",
                    stage.telegram.reached(),
                    stage.telegram.cardCount() - stage.telegram.reached(),
                    RECIPIENTS - stage.sum(stage::registered),
                    stage.telegram.tooMany());
        }
    }
}
