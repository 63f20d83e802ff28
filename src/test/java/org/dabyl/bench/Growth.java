package org.dabyl.bench;

import java.io.IOException;

/** What grows with the audience, and what must not: time to the first card, Redis memory, the program's heap. */
final class Growth {

    private static final int BYTES_A_MEGABYTE = 1 << 20;

    private Growth() {}

    static void run(Table table, int supporters) throws IOException, InterruptedException {
        try (Stage stage = new Stage(30, 1, 29)) {
            long empty = stage.memory();
            stage.register(0, supporters);
            stage.phones(0, supporters);
            long registered = stage.memory();
            double first = stage.firstCard(Stage.DISTRICT);
            Thread.sleep(2_000);
            long running = stage.memory();
            table.row(
                    "press to first card, %,d supporters".formatted(supporters),
                    supporters == 100_000 ? "1,000 ms" : "",
                    "%,.0f ms",
                    first);
            table.row(
                    "Redis memory, %,d supporters".formatted(supporters),
                    "<= 300",
                    "%,d bytes each, %,d more while called",
                    (registered - empty) / supporters,
                    (running - registered) / supporters);
            table.row(
                    "heap in use, %,d supporters being called".formatted(supporters),
                    "flat",
                    "%,d MB",
                    stage.program.heap() / BYTES_A_MEGABYTE);
        }
    }
}
