package org.dabyl.store;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.ClusterStateFailureException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.RedisSystemException;

/** What is wrong with Redis, in words for the operator. */
public enum RedisTrouble {
    FULL(
            "Redis is out of memory and takes no more",
            "Raise its maxmemory (CONFIG SET maxmemory), or give it a machine with more. Until then nothing new is accepted."),
    READ_ONLY(
            "Redis is a read-only replica",
            "Let SPRING_DATA_REDIS_URL name the master, or make this one it (REPLICAOF NO ONE). Until then nothing is sent."),
    DISK(
            "Redis cannot write to its disk",
            "Look whether its disk is full, or its folder closed to it. Until then nothing new is accepted."),
    LOADING("Redis is loading its data", "Wait: it is over by itself."),
    PART_AWAY(
            "A part of the Redis Cluster is gone",
            "Look which of its servers do not run, and whether each master has a replica. Until then what it holds waits."),
    SILENT("Redis does not answer", Remedy.AWAY),
    AWAY("Redis cannot be reached", Remedy.AWAY);

    private static final class Remedy {
        private static final String AWAY =
                "Look whether it runs, and the way to it is open. Until then nothing is sent; the program goes on by itself.";
    }

    private final String words;
    private final String remedy;

    RedisTrouble(String words, String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    /** A few words that carry no content; the class of an exception that is none of Redis's known troubles. */
    public static String words(Throwable e) {
        return of(e).words();
    }

    /** The same with what to do about it. */
    public static Trouble of(Throwable e) {
        return known(e).map(known -> new Trouble(known.words, known.remedy))
                .orElseGet(() -> new Trouble(
                        e.getClass().getName(), "This is a fault of the program: please report this line."));
    }

    /** Whether Redis itself is in trouble, which its health says once for all who meet it. */
    public static boolean isOne(Throwable e) {
        return known(e).isPresent();
    }

    private static Optional<RedisTrouble> known(Throwable e) {
        String said =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        return Optional.ofNullable(
                switch (said.split(" ", 2)[0]) {
                    case "OOM" -> FULL;
                    // the other is told to reads that block when a server becomes a replica
                    case "READONLY", "UNBLOCKED" -> READ_ONLY;
                    case "MISCONF" -> DISK;
                    case "LOADING" -> LOADING;
                    case "CLUSTERDOWN" -> PART_AWAY;
                    default -> away(e);
                });
    }

    private static @Nullable RedisTrouble away(Throwable e) {
        if (e instanceof ClusterStateFailureException) {
            return PART_AWAY;
        }
        if (e instanceof QueryTimeoutException) {
            return SILENT;
        }
        // a connection that breaks in the middle of a call; what Redis itself answers comes as the last
        boolean broken = e instanceof RedisSystemException
                && !(NestedExceptionUtils.getMostSpecificCause(e) instanceof RedisCommandExecutionException);
        return broken || e instanceof RedisConnectionFailureException ? AWAY : null;
    }
}
