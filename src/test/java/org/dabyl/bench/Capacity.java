package org.dabyl.bench;

import java.io.IOException;
import java.util.Map;
import org.dabyl.Dabyl;
import org.dabyl.rehearsal.TimedTelegram;

/** What the engine can do where no limit is in its way: a fleet whose bots may send 1,000 a second each. */
final class Capacity {

    private static final int BOTS = 10;
    private static final int WARM_UP = 2;

    private Capacity() {}

    static void overHttp(Table table, int recipients) throws IOException {
        try (Stage stage = open(Dabyl.class, recipients)) {
            stage.phones(0, recipients);
            for (int round = 0; round < WARM_UP; round++) {
                stage.alert();
                stage.awaitCards(recipients);
            }
            long before = stage.memory();
            stage.alert();
            stage.awaitCards(recipients);
            table.row(
                    "capacity over HTTP, %,d recipients".formatted(recipients),
                    "5,000/s",
                    "%,.0f/s",
                    Pacing.perSecond(stage.telegram));
            awaitEnd(stage);
            table.row(
                    "Redis memory of a finished dispatch",
                    "",
                    "%,d bytes a recipient",
                    (stage.memory() - before) / recipients);
        }
    }

    static void ofTheOutbox(Table table, int recipients) throws IOException {
        try (Stage stage = open(InstantDabyl.class, recipients)) {
            double best = 0;
            for (int round = 0; round <= WARM_UP; round++) {
                stage.alert();
                best = Math.max(best, recipients * 1000.0 / awaitEnd(stage));
            }
            table.row("capacity without HTTP, %,d recipients".formatted(recipients), "", "%,.0f/s", best);
        }
    }

    private static Stage open(Class<?> main, int recipients) throws IOException {
        Stage stage = new Stage(main, 0, BOTS, 1000);
        stage.register(0, recipients);
        return stage;
    }

    /** Waits for the newest dispatches to end on every bot; how long they took, in ms. */
    private static long awaitEnd(Stage stage) {
        long[] first = {Long.MAX_VALUE};
        long[] last = {0};
        TimedTelegram.await("the end of the dispatch", () -> {
            first[0] = Long.MAX_VALUE;
            last[0] = 0;
            for (int bot = 0; bot < BOTS; bot++) {
                Map<String, String> book = newest(stage, bot);
                if (!book.containsKey("endedAt")) {
                    return false;
                }
                first[0] = Math.min(first[0], Long.parseLong(book.get("launchedAt")));
                last[0] = Math.max(last[0], Long.parseLong(book.get("endedAt")));
            }
            return true;
        });
        return last[0] - first[0];
    }

    private static Map<String, String> newest(Stage stage, int bot) {
        var dispatches = stage.redis.opsForZSet().reverseRange(Stage.botId(bot).key("dispatches"), 0, 0);
        Long known = stage.redis.opsForZSet().zCard(Stage.botId(bot).key("dispatches"));
        return dispatches == null || known == null || known < stage.alerts()
                ? Map.of()
                : stage.redis
                        .<String, String>opsForHash()
                        .entries(Stage.botId(bot)
                                .key("dispatch:" + dispatches.iterator().next()));
    }
}
