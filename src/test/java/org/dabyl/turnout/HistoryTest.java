package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {

    @Test
    void withTooFewSeenThereIsNoEstimate() {
        assertThat(History.NONE.expected(Map.of(Within.TEN, 40L))).isEmpty();
        assertThat(seen(9, 5).expected(Map.of(Within.TEN, 40L))).isEmpty();
        assertThat(seen(10, 5).expected(Map.of(Within.TEN, 40L))).isPresent();
    }

    @Test
    void theEstimateNeverExceedsWhatWasAnswered() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            Map<Within, History.Seen> seen = new EnumMap<>(Within.class);
            Map<Within, Long> coming = new EnumMap<>(Within.class);
            for (Within within : Within.values()) {
                int said = random.nextInt(60);
                seen.put(within, new History.Seen(said, random.nextInt(said + 1)));
                coming.put(within, (long) random.nextInt(80));
            }
            long all = coming.values().stream().mapToLong(Long::longValue).sum();

            new History(seen).expected(coming).ifPresent(range -> {
                assertThat(range.least()).isBetween(0L, range.most());
                assertThat(range.most()).isLessThanOrEqualTo(all);
            });
        }
    }

    @Test
    void whoSaidTheSameBeforeTellsMost() {
        History history =
                new History(Map.of(Within.TEN, new History.Seen(200, 180), Within.SIXTY, new History.Seen(200, 40)));

        assertThat(history.expected(Map.of(Within.TEN, 100L)).orElseThrow().least())
                .isGreaterThan(75);
        assertThat(history.expected(Map.of(Within.SIXTY, 100L)).orElseThrow().most())
                .isLessThan(35);
        // nobody ever said this: as all others, and less certain
        Range unseen = history.expected(Map.of(Within.LATER, 100L)).orElseThrow();
        assertThat(unseen.least()).isLessThan(40);
        assertThat(unseen.most()).isGreaterThan(70);
    }

    /** Mornings differ: how many come is drawn anew for each, around a half. */
    @Test
    void inAboutFourMorningsOfFiveAsManyComeAsEstimated() {
        Random random = new Random(42);
        int inside = 0;
        int mornings = 2000;
        for (int i = 0; i < mornings; i++) {
            long came = 0;
            for (int earlier = 0; earlier < 6; earlier++) {
                came += come(random, 50);
            }
            Range range = seen(300, came).expected(Map.of(Within.TEN, 60L)).orElseThrow();
            long now = come(random, 60);
            inside += now >= range.least() && now <= range.most() ? 1 : 0;
        }

        assertThat((double) inside / mornings).isBetween(0.75, 0.92);
    }

    @ParameterizedTest
    @CsvSource({"20,GREEN", "21,YELLOW", "40,YELLOW", "41,RED"})
    void theLightIsGreenOnlyWhereEvenFewSuffice(long needed, Light light) {
        assertThat(Light.of(needed, new Range(20, 40))).isEqualTo(light);
    }

    @ParameterizedTest
    @CsvSource({"0,TEN", "10,TEN", "11,THIRTY", "30,THIRTY", "60,SIXTY", "61,LATER", "1440,LATER"})
    void minutesBelongToOneClass(int minutes, Within within) {
        assertThat(Within.of(minutes)).isEqualTo(within);
    }

    private static History seen(long said, long came) {
        return new History(Map.of(Within.TEN, new History.Seen(said, came)));
    }

    private static long come(Random random, int said) {
        double rate = 0.5 + 0.08 * random.nextGaussian();
        return random.doubles(said).filter(chance -> chance < rate).count();
    }
}
