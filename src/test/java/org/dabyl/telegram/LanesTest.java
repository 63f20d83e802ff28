package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LanesTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void oneLaneKeepsItsOrder() throws Exception {
        Lanes lanes = new Lanes(16, 1000);
        List<Integer> done = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 500; i++) {
            int number = i;
            lanes.add("one", () -> done.add(number));
        }
        lanes.finish(LONG);
        assertThat(done).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void aFloodOfOnePersonIsHandledInOrderAndLosesNothingOfAnybody() throws Exception {
        Lanes lanes = new Lanes(256, 4_000);
        List<Integer> flood = new CopyOnWriteArrayList<>();
        AtomicInteger others = new AtomicInteger();
        for (int i = 0; i < 5_000; i++) {
            int number = i;
            lanes.add("one", () -> flood.add(number));
            if (i % 100 == 0) {
                lanes.add(i, others::incrementAndGet);
            }
        }
        lanes.finish(LONG);
        assertThat(flood).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
        assertThat(others).hasValue(50);
    }

    @Test
    void lanesRunSideBySide() throws Exception {
        Lanes lanes = new Lanes(8, 100);
        CyclicBarrier together = new CyclicBarrier(8);
        CountDownLatch met = new CountDownLatch(8);
        for (int lane = 0; lane < 8; lane++) {
            lanes.add(lane, () -> {
                try {
                    together.await(10, TimeUnit.SECONDS);
                    met.countDown();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertThat(met.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoOrganisesWaitsForNobody() throws Exception {
        Lanes lanes = new Lanes(4, 100);
        Semaphore turn = new Semaphore(0);
        for (int i = 0; i < 90; i++) {
            lanes.add(i, turn::acquireUninterruptibly);
        }
        CountDownLatch done = new CountDownLatch(1);
        lanes.addFirst("organiser", done::countDown);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lanes.waiting()).isTrue();
        turn.release(90);
        lanes.finish(LONG);
        assertThat(lanes.waiting()).isFalse();
    }

    @Test
    void noMoreRunAtOnceThanAllowed() throws Exception {
        Lanes lanes = new Lanes(4, 100);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int lane = 0; lane < 60; lane++) {
            lanes.add(lane, () -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                LockSupport.parkNanos(100_000);
                now.decrementAndGet();
            });
        }
        lanes.finish(LONG);
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void strangersFillTheirOwnYardAndNobodyElses() throws Exception {
        Lanes lanes = new Lanes(2, 40);
        CountDownLatch release = new CountDownLatch(1);
        Runnable stuck = () -> await(release);
        for (int i = 0; i < 4; i++) {
            assertThat(lanes.offer("stranger" + i, stuck)).isTrue();
        }
        assertThat(lanes.offer("c", stuck)).isFalse();
        CountDownLatch done = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            lanes.add(i, done::countDown);
        }
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        release.countDown();
        lanes.finish(LONG);
        assertThat(lanes.offer("c", () -> {})).isTrue();
    }

    @Test
    void oneStrangerDoesNotFillTheYardOfAll() throws Exception {
        Lanes lanes = new Lanes(2, 1_000);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < 90; i++) {
            lanes.offer("flood", () -> {
                await(release);
                done.incrementAndGet();
            });
        }
        assertThat(lanes.offer("other", done::incrementAndGet)).isTrue();
        release.countDown();
        lanes.finish(LONG);
        // one that ran, 20 that waited, and the other's
        assertThat(done).hasValue(22);
    }

    @Test
    void whatCountsOfStrangersIsAdmittedWhenNothingElseOfThemIs() throws Exception {
        Lanes lanes = new Lanes(2, 40);
        CountDownLatch release = new CountDownLatch(1);
        Runnable stuck = () -> await(release);
        for (int i = 0; i < 4; i++) {
            lanes.offer("stranger" + i, stuck);
        }
        assertThat(lanes.crowded()).isTrue();
        assertThat(lanes.offer("c", stuck)).isFalse();
        AtomicInteger registered = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
            assertThat(lanes.admit(i, registered::incrementAndGet)).isTrue();
        }
        release.countDown();
        lanes.finish(LONG);
        assertThat(registered).hasValue(200);
        assertThat(lanes.crowded()).isFalse();
    }

    @Test
    void whatIsSaidLaterHoldsUpNothingThatThePersonSaysNext() throws Exception {
        Lanes lanes = new Lanes(4, 100);
        CountDownLatch turn = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch heard = new CountDownLatch(1);
        lanes.later("one", () -> {
            await(turn);
            done.add("said");
        });
        assertThat(lanes.rush()).isTrue();
        lanes.add("one", () -> {
            done.add("heard");
            heard.countDown();
        });
        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        turn.countDown();
        lanes.finish(LONG);
        assertThat(done).containsExactly("heard", "said");
        assertThat(lanes.rush()).isFalse();
    }

    @Test
    void whoRegistersInBetweenKeepsTheirOrder() throws Exception {
        Lanes lanes = new Lanes(4, 100);
        CountDownLatch release = new CountDownLatch(1);
        List<Integer> done = new CopyOnWriteArrayList<>();
        lanes.offer("one", () -> {
            await(release);
            done.add(1);
        });
        lanes.offer("one", () -> done.add(2));
        lanes.add("one", () -> done.add(3));
        release.countDown();
        lanes.finish(LONG);
        assertThat(done).containsExactly(1, 2, 3);
    }

    @Test
    void whoAddsWaitsWhileTooMuchIsHeld() throws Exception {
        Lanes lanes = new Lanes(1, 1);
        CountDownLatch release = new CountDownLatch(1);
        lanes.add("a", () -> await(release));
        CountDownLatch added = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            try {
                lanes.add("b", () -> {});
                added.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(added.await(100, TimeUnit.MILLISECONDS)).isFalse();
        release.countDown();
        assertThat(added.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
