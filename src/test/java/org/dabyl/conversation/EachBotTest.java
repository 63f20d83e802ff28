package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.dabyl.delivery.BotId;
import org.junit.jupiter.api.Test;

class EachBotTest {

    private static final BotId SEVEN = new BotId(7);
    private static final BotId EIGHT = new BotId(8);

    private final EachBot each = new EachBot();

    @Test
    void aBotThatWaitsHoldsUpNoOtherAndIsNotAskedTwice() {
        CountDownLatch wait = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int round = 0; round < 2; round++) {
            assertThat(each.all("a", Map.of(SEVEN, () -> waits(wait, asked), EIGHT, () -> done.incrementAndGet() > 0)))
                    .isFalse();
        }
        wait.countDown();

        assertThat(asked).hasValue(1);
        assertThat(done).hasValue(2);
    }

    @Test
    void allMustSayYes() {
        assertThat(each.all("a", Map.of(SEVEN, () -> true, EIGHT, () -> true))).isTrue();
        assertThat(each.all("a", Map.of(SEVEN, () -> true, EIGHT, () -> false))).isFalse();
    }

    @Test
    void aTroubleIsTold() {
        assertThatThrownBy(() -> each.all("a", Map.of(SEVEN, () -> true, EIGHT, EachBotTest::trouble)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static boolean trouble() {
        throw new IllegalStateException("trouble");
    }

    private static boolean waits(CountDownLatch wait, AtomicInteger asked) {
        asked.incrementAndGet();
        try {
            wait.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
