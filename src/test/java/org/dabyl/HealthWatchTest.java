package org.dabyl;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dabyl.store.Ailing;
import org.dabyl.store.RedisTrouble;
import org.dabyl.store.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;

@ExtendWith(OutputCaptureExtension.class)
class HealthWatchTest {

    private final List<Ailing> parts = new ArrayList<>();
    private final HealthWatch watch = new HealthWatch(new ObjectProvider<>() {
        @Override
        public Stream<Ailing> stream() {
            return parts.stream();
        }
    });

    /** A trouble of Redis, as it comes, and what the operator reads. */
    record Told(Exception trouble, String words, String remedy) {}

    static List<Told> troubles() {
        return List.of(
                new Told(redis("OOM command not allowed"), "Redis is out of memory", "Raise its maxmemory"),
                new Told(redis("READONLY You can't write"), "Redis is a read-only replica", "name the master"),
                new Told(redis("UNBLOCKED force unblock"), "Redis is a read-only replica", "name the master"),
                new Told(redis("MISCONF Errors writing"), "Redis cannot write to its disk", "disk is full"),
                new Told(redis("LOADING Redis is loading"), "Redis is loading its data", "Wait"),
                new Told(new QueryTimeoutException("5 s"), "Redis does not answer", "whether it runs"),
                new Told(new RedisConnectionFailureException("x"), "Redis cannot be reached", "whether it runs"),
                new Told(
                        new RedisSystemException("Redis exception", new RedisException("Connection closed")),
                        "Redis cannot be reached",
                        "whether it runs"),
                new Told(redis("ERR a secret text"), "RedisSystemException", "report this line"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aTroubleIsSaidOnceWithItsRemedyByWhoeverMeetsItAndItsEndOnce(Told told, CapturedOutput log) {
        Optional<Trouble> trouble = Optional.of(RedisTrouble.of(told.trouble()));
        parts.add(() -> trouble);
        parts.add(() -> trouble);
        watch.tick();
        watch.tick();
        assertThat(log.getAll().lines())
                .singleElement()
                .asString()
                .contains("ERROR", told.words(), told.remedy())
                .doesNotContain("secret");

        parts.removeFirst();
        watch.tick();
        assertThat(log.getAll().lines()).as("another still meets it").hasSize(1);
        parts.clear();
        watch.tick();
        watch.tick();
        assertThat(log.getAll().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("INFO", "Well again, it was: ", told.words());

        parts.add(() -> trouble);
        watch.tick();
        assertThat(log.getAll().lines()).as("it begins again").hasSize(3);
    }

    @Test
    void twoTroublesAreTwoLines(CapturedOutput log) {
        parts.add(() -> Optional.of(new Trouble("One", "Do this.")));
        parts.add(() -> Optional.of(new Trouble("Two", "Do that.")));
        parts.add(Optional::empty);

        watch.tick();

        assertThat(log.getAll().lines()).hasSize(2);
        assertThat(log).contains("One. Do this.", "Two. Do that.");
    }

    @Test
    void whatIsOnlyWordedAnewIsNoNews(CapturedOutput log) {
        parts.add(() -> Optional.of(RedisTrouble.of(new QueryTimeoutException("5 s"))));
        watch.tick();
        parts.set(0, () -> Optional.of(RedisTrouble.of(new RedisConnectionFailureException("x"))));
        watch.tick();

        assertThat(log.getAll().lines()).hasSize(1);
    }

    private static Exception redis(String said) {
        return new RedisSystemException("Error in execution", new RedisCommandExecutionException(said));
    }
}
