package org.dabyl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.PartitionSelectorException;
import io.netty.handler.codec.EncoderException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;

@ExtendWith(TestRedis.class)
class RedisTroubleTest {

    private final StringRedisTemplate redis = TestRedis.template();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OOM command not allowed when used memory > 'maxmemory'.",
                "READONLY You can't write against a read only replica.",
                "UNBLOCKED force unblock from blocking operation",
                "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
                "MISCONF Redis is configured to save RDB snapshots",
                "LOADING Redis is loading the dataset in memory",
                "CLUSTERDOWN The cluster is down",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "NOREPLICAS Not enough good replicas to write.",
                "NOAUTH Authentication required.",
                "WRONGPASS invalid username-password pair or user is disabled.",
                "BUSY Redis is busy running a script."
            })
    void whatRedisCannotHelpIsItsTrouble(String said) {
        assertThat(RedisTrouble.isOne(answered(said))).isTrue();
    }

    static Stream<Exception> lost() {
        return Stream.of(
                new RedisConnectionFailureException("x", new IOException("refused")),
                new QueryTimeoutException("5 s"),
                broken(new RedisException("Connection closed")),
                broken(new RedisException(new IOException("Connection reset by peer"))),
                broken(new RedisException(new ClosedChannelException())),
                broken(new RedisCommandInterruptedException(new InterruptedException())),
                broken(new CancellationException()),
                broken(new PartitionSelectorException("Cannot determine a partition", null)));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void soIsAConnectionThatIsLost(Exception lost) {
        assertThat(RedisTrouble.isOne(lost)).isTrue();
    }

    static Stream<Exception> ours() {
        return Stream.of(
                broken(new RedisException(new UnsupportedOperationException("does not support set(long) of Dana"))),
                broken(new EncoderException(new IllegalArgumentException("Dana"))),
                broken(new ClassCastException("Dana")),
                answered("ERR wrong number of arguments for Dana"),
                answered("NOPERM this user has no permissions to run Dana"),
                answered("CROSSSLOT Keys in request don't hash to the same slot"),
                new IllegalStateException("Dana"));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void whatTheProgramDoesWrongIsNotAndSaysNothingOfWhomItWasAbout(Exception fault) {
        assertThat(RedisTrouble.isOne(fault)).isFalse();
        assertThat(RedisTrouble.words(fault))
                .startsWith(fault.getClass().getName())
                .doesNotContain("Dana");
        assertThat(RedisTrouble.of(fault).remedy()).contains("report this line");
    }

    @Test
    void aCommandOnAKeyOfAnotherTypeIsOursAndTellsTheLineOfItsScript() {
        redis.opsForValue().set("{dabyl}:text", "Dana");

        assertOurs(catchThrowable(() -> redis.opsForHash().get("{dabyl}:text", "Dana")), ", WRONGTYPE");
        assertOurs(
                catchThrowable(() -> run("#!lua\n\nreturn redis.call('HGET', KEYS[1], ARGV[1])", String.class)),
                ", WRONGTYPE, script [0-9a-f]{8} line 3");
    }

    @Test
    void soIsAScriptThatFailsOrGivesWhatIsNotExpected() {
        assertOurs(
                catchThrowable(() -> run("#!lua\nreturn #ARGV[2]", String.class)), ", ERR, script [0-9a-f]{8} line 2");
        assertOurs(catchThrowable(() -> run("#!lua\nreturn ARGV[1]", Long.class)), "");
    }

    private void assertOurs(Throwable fault, String ends) {
        assertThat(RedisTrouble.isOne(fault)).as("%s", fault).isFalse();
        assertThat(RedisTrouble.words(fault)).matches("\\S+( of \\S+)?" + ends).doesNotContain("Dana");
    }

    private <T> T run(String script, Class<T> answer) {
        return redis.execute(new DefaultRedisScript<>(script, answer), List.of("{dabyl}:text"), "Dana");
    }

    private static Exception answered(String said) {
        return broken(new RedisCommandExecutionException(said));
    }

    private static Exception broken(Exception cause) {
        return new RedisSystemException("Redis exception", cause);
    }
}
