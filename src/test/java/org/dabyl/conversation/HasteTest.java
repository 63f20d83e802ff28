package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestFleet;
import org.junit.jupiter.api.Test;

class HasteTest {

    private static final Address ONE = TestFleet.person(1, 1);
    private static final Address OTHER = TestFleet.person(1, 2);

    // where the clock of nanoseconds turns over
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 3);
    private final Haste haste = new Haste(Duration.ofSeconds(1), nanos::get);

    private long order;

    @Test
    void fiveThingsAtOnceAreNoHaste() {
        assertThat(IntStream.range(0, 7).mapToObj(n -> haste.tooMuch(ONE, ++order, 5)))
                .containsExactly(false, false, false, false, false, true, true);
        assertThat(haste.tooMuch(OTHER, ++order, 5)).isFalse();
    }

    @Test
    void oneMoreASecondIsNone() {
        IntStream.range(0, 5).forEach(n -> haste.tooMuch(ONE, ++order, 5));
        for (int n = 0; n < 100; n++) {
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThat(haste.tooMuch(ONE, ++order, 5)).isFalse();
            assertThat(haste.tooMuch(ONE, ++order, 5)).isTrue();
        }
    }

    @Test
    void whoRestsMayHurryAgain() {
        IntStream.range(0, 50).forEach(n -> haste.tooMuch(ONE, ++order, 5));
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(IntStream.range(0, 6).mapToObj(n -> haste.tooMuch(ONE, ++order, 5)))
                .containsExactly(false, false, false, false, false, true);
    }

    @Test
    void onlyTheNewestAreRemembered() {
        IntStream.range(0, 6).forEach(n -> haste.tooMuch(ONE, ++order, 5));
        for (int n = 0; n < 50_000; n++) {
            haste.tooMuch(TestFleet.person(1, 10 + n), ++order, 5);
        }
        assertThat(haste.tooMuch(ONE, ++order, 5)).isFalse();
    }

    @Test
    void whatIsBroughtOnceMoreIsNothingNew() {
        for (int times = 0; times < 20; times++) {
            assertThat(haste.tooMuch(ONE, 7, 5)).isFalse();
        }
        assertThat(IntStream.range(8, 14).mapToObj(n -> haste.tooMuch(ONE, n, 5)))
                .containsExactly(false, false, false, false, true, true);
        assertThat(haste.tooMuch(ONE, 9, 5)).isFalse();
        // whose ids start again lower is held off all the same
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(IntStream.range(1, 7).mapToObj(n -> haste.tooMuch(ONE, n, 5)))
                .containsExactly(false, false, false, false, false, true);
    }
}
