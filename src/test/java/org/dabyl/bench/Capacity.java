package org.dabyl.bench;

import java.io.IOException;
import org.dabyl.Dabyl;

/** What the engine can do where no limit is in its way: a fleet whose bots may send 1,000 a second each. */
final class Capacity {

    private static final int BOTS = 10;
    private static final int WARM_UP = 4;

    private Capacity() {}

    static void overHttp(Table table, int recipients) throws IOException {
        try (Stage stage = open(Dabyl.class, recipients)) {
            stage.phones(0, recipients);
            for (int round = 0; round < WARM_UP; round++) {
                stage.alert();
                stage.awaitCards(recipients);
            }
            stage.awaitEnd();
            long before = stage.memory();
            Cpu used = Cpu.of(stage);
            stage.alert();
            stage.awaitCards(recipients);
            table.row(
                    "capacity over HTTP, %,d recipients".formatted(recipients),
                    "5,000/s",
                    "%,.0f/s",
                    Pacing.perSecond(stage.telegram));
            stage.awaitEnd();
            table.row(
                    "of it CPU a message: program, Telegram, Redis",
                    "",
                    "%s",
                    Cpu.of(stage).since(used, recipients));
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
                best = Math.max(best, recipients * 1000.0 / stage.awaitEnd());
            }
            table.row("capacity without HTTP, %,d recipients".formatted(recipients), "", "%,.0f/s", best);
        }
    }

    private static Stage open(Class<?> main, int recipients) throws IOException {
        Stage stage = new Stage(main, 0, BOTS, 1000);
        stage.register(0, recipients);
        return stage;
    }
}
