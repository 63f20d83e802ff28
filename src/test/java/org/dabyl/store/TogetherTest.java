package org.dabyl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TogetherTest {

    private final List<List<Integer>> calls = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whoAsksAloneIsAnsweredByACallOfItsOwn() {
        Together<String, Integer, Integer> doubling = new Together<>((place, numbers) -> doubled(numbers));

        assertThat(doubling.ask("a", 1)).isEqualTo(2);
        assertThat(doubling.ask("a", 2)).isEqualTo(4);

        assertThat(calls).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void whatIsAskedDuringACallGoesTogetherWithTheNextAndEachGetsItsOwnAnswer() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Together<String, Integer, Integer> doubling = new Together<>((place, numbers) -> {
            begun.countDown();
            await(goOn);
            return doubled(numbers);
        });
        CompletableFuture<Integer> first = inBackground(() -> doubling.ask("a", 0));
        begun.await();
        CountDownLatch asking = new CountDownLatch(100);
        List<Thread> threads = new ArrayList<>();
        List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
        for (int n : IntStream.rangeClosed(1, 100).toArray()) {
            threads.add(Thread.ofVirtual().start(() -> {
                asking.countDown();
                answers.add(doubling.ask("a", n) - 2 * n);
            }));
        }
        asking.await();
        goOn.countDown();

        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(first.join()).isZero();
        assertThat(answers).hasSize(100).containsOnly(0);
        assertThat(calls).hasSizeLessThan(50).allMatch(call -> call.size() <= 64);
    }

    @Test
    void placesAreCalledApart() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> places = Collections.synchronizedList(new ArrayList<>());
        Together<String, Integer, String> together = new Together<>((place, numbers) -> {
            await(goOn);
            places.add(place);
            return Collections.nCopies(numbers.size(), place);
        });
        CompletableFuture<String> one = inBackground(() -> together.ask("a", 1));
        CompletableFuture<String> other = inBackground(() -> together.ask("b", 1));
        goOn.countDown();

        assertThat(one.join()).isEqualTo("a");
        assertThat(other.join()).isEqualTo("b");
        assertThat(places).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void afterACallThatFailedTheNextIsMade() {
        Together<String, Integer, Integer> together = new Together<>((place, numbers) -> {
            if (numbers.contains(0)) {
                throw new IllegalStateException("no");
            }
            return doubled(numbers);
        });

        assertThatThrownBy(() -> together.ask("a", 0)).isInstanceOf(IllegalStateException.class);
        assertThat(together.ask("a", 1)).isEqualTo(2);
    }

    @Test
    void oneAnswerIsForAllWhoAskAlike() {
        Together<String, String, String> together = Together.alike(place -> place + "!");

        assertThat(together.ask("a", "a")).isEqualTo("a!");
    }

    private List<Integer> doubled(List<Integer> numbers) {
        calls.add(List.copyOf(numbers));
        return numbers.stream().map(n -> 2 * n).toList();
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
