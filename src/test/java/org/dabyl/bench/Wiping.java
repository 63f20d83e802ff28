package org.dabyl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dabyl.rehearsal.TimedTelegram;

/** How soon everything is gone after the owner has said the word. */
final class Wiping {

    private static final String WORD = "nightingale";

    private Wiping() {}

    static void run(Table table, int supporters) throws IOException {
        try (Stage stage = new Stage(30, 1, 29)) {
            stage.register(0, supporters);
            Path keyset = stage.program.keyset();
            Path mark = keyset.resolveSibling(keyset.getFileName() + ".wiped");
            stage.owner("/panic word " + WORD);
            TimedTelegram.await("the word", () -> stage.redis.hasKey("{dabyl}:panic-word"));
            long said = System.nanoTime();
            stage.owner("/panic wipe " + WORD);
            TimedTelegram.await("the end of the keys", () -> !Files.exists(keyset));
            long keys = System.nanoTime();
            TimedTelegram.await("the end of the data", () -> done(mark));
            long data = System.nanoTime();
            table.row(
                    "wipe of %,d supporters, word to keys gone".formatted(supporters),
                    "1 s",
                    "%,d ms",
                    ms(keys - said));
            table.row(
                    "wipe of %,d supporters, word to data gone, the disk of Redis too".formatted(supporters),
                    "10 s",
                    "%,d ms",
                    ms(data - said));
        }
    }

    private static boolean done(Path mark) {
        try {
            return Files.readString(mark).startsWith("wiped");
        } catch (IOException e) {
            return false;
        }
    }

    private static long ms(long nanos) {
        return nanos / 1_000_000;
    }
}
