package org.dabyl.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How soon an alert's first card is there while a call to many others goes out, with which it shares the pace. */
final class Second {

    private static final int AUDIENCE = 10_000;
    private static final int RECIPIENTS = 100;

    private Second() {}

    static void run(Table table, int alerts) throws IOException {
        try (Stage stage = new Stage(30, 1, 29)) {
            stage.register(0, AUDIENCE);
            stage.register(Stage.OTHER_DISTRICT, AUDIENCE, AUDIENCE + RECIPIENTS);
            stage.phones(0, AUDIENCE + RECIPIENTS);
            double own = stage.firstCard(Stage.DISTRICT);
            stage.awaitCards(RECIPIENTS);
            List<Double> during = new ArrayList<>();
            while (during.size() < alerts) {
                during.add(stage.firstCard(Stage.OTHER_DISTRICT));
                stage.awaitCards(RECIPIENTS);
            }
            table.row(
                    "press to first card while %,d are called, %d alerts to %d others"
                            .formatted(AUDIENCE, alerts, RECIPIENTS),
                    "1,000 ms",
                    "p50 %.0f ms, max %.0f ms (its own %.0f ms)",
                    Stage.percentile(during, 50),
                    Stage.percentile(during, 100),
                    own);
        }
    }
}
