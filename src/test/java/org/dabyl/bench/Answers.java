package org.dabyl.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.dabyl.rehearsal.TimedTelegram.Card;
import org.jspecify.annotations.Nullable;

/** People's answers: how soon the bot reacts in the middle of a broadcast, and how many it takes in a second. */
final class Answers {

    private static final long SECOND = 1_000_000_000L;
    private static final int AUDIENCE = 10_000;

    private Answers() {}

    /** Ten press their cards and ten ask for help, a second, while 30 a second go out to 10,000. */
    static void promptness(Table table, int presses) throws IOException, InterruptedException {
        try (Stage stage = new Stage(30, 1, 29)) {
            stage.register(0, AUDIENCE);
            stage.phones(0, AUDIENCE);
            stage.alert();
            stage.awaitCards(presses + 100);
            List<String> queries = new ArrayList<>();
            List<Long> pressed = new ArrayList<>();
            List<Long> asking = new ArrayList<>();
            List<Long> asked = new ArrayList<>();
            for (int n = 0; n < AUDIENCE && queries.size() < presses; n++) {
                Card card = stage.telegram.card(0, Stage.person(n));
                if (card != null) {
                    pressed.add(System.nanoTime());
                    queries.add(stage.telegram.press(0, Stage.person(n), card));
                    // whose card comes last, or never in this time
                    long person = Stage.person(AUDIENCE - 1 - n);
                    asking.add(person);
                    asked.add(System.nanoTime());
                    stage.telegram.write(0, person, "/help");
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
            TimeUnit.SECONDS.sleep(3);
            List<Double> toasts = new ArrayList<>();
            for (int i = 0; i < queries.size(); i++) {
                toasts.add(millis(pressed.get(i), stage.telegram.toast(queries.get(i))));
            }
            row(table, "press to toast in a broadcast, 10 presses/s", toasts);
            List<Double> words = new ArrayList<>();
            for (int i = 0; i < asking.size(); i++) {
                words.add(millis(asked.get(i), stage.telegram.word(asking.get(i))));
            }
            row(table, "text to answer in a broadcast, 10 texts/s", words);
        }
    }

    private static void row(Table table, String what, List<Double> millis) {
        table.row(
                what,
                "p99 200 ms",
                "p50 %.0f ms, p99 %.0f ms",
                Stage.percentile(millis, 50),
                Stage.percentile(millis, 99));
    }

    private static double millis(long from, @Nullable Long to) {
        return to == null ? Double.POSITIVE_INFINITY : (to - from) / 1e6;
    }

    /** Presses everyone's card at once, in so many alerts one after another: the first finds the program cold, the last warm. */
    static void capacity(Table table, int limit, int bots, int rounds) throws IOException, InterruptedException {
        try (Stage stage = new Stage(limit, bots, limit == 0 ? 1000 : limit - 1)) {
            stage.register(0, AUDIENCE);
            stage.phones(0, AUDIENCE);
            String what = limit == 0 ? "no limit, all cards edited" : "limit %d/s".formatted(limit);
            round(table, stage, "answers recorded, " + what + ", just started");
            for (int n = 2; n < rounds; n++) {
                round(null, stage, "");
            }
            round(table, stage, "answers recorded, " + what + ", alert " + rounds);
        }
    }

    private static void round(@Nullable Table table, Stage stage, String what) throws InterruptedException {
        List<Card> cards = cards(stage);
        Cpu used = Cpu.of(stage);
        long start = System.nanoTime();
        for (int n = 0; n < AUDIENCE; n++) {
            stage.telegram.press(stage.bot(n), Stage.person(n), cards.get(n));
        }
        long recorded = 0;
        long now = start;
        while (recorded < AUDIENCE && now - start < 20 * SECOND) {
            TimeUnit.MILLISECONDS.sleep(10);
            recorded = stage.sum(stage::answers);
            now = System.nanoTime();
        }
        if (table != null) {
            table.row(
                    what,
                    "3,000/s",
                    "%,.0f/s (%,d in %.1f s), %d times 429",
                    recorded * (double) SECOND / (now - start),
                    recorded,
                    (now - start) / (double) SECOND,
                    stage.telegram.tooMany());
            table.row(
                    "of it CPU an answer: program, Telegram, Redis",
                    "",
                    "%s",
                    Cpu.of(stage).since(used, Math.toIntExact(Math.max(1, recorded))));
        }
    }

    /** Everyone's card of a new alert; those whom the limit keeps waiting are given theirs. */
    private static List<Card> cards(Stage stage) throws InterruptedException {
        stage.alert();
        if (stage.telegram.limited()) {
            stage.awaitCards(30);
            for (int n = 0; n < AUDIENCE; n++) {
                if (stage.telegram.card(stage.bot(n), Stage.person(n)) == null) {
                    stage.telegram.deal(stage.bot(n), Stage.person(n));
                }
            }
        } else {
            stage.awaitCards(AUDIENCE);
            stage.awaitEnd();
            // the boards' last edits
            TimeUnit.SECONDS.sleep(2);
        }
        List<Card> cards = new ArrayList<>();
        for (int n = 0; n < AUDIENCE; n++) {
            cards.add(Objects.requireNonNull(stage.telegram.card(stage.bot(n), Stage.person(n))));
        }
        return cards;
    }
}
