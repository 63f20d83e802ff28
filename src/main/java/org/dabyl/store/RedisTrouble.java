package org.dabyl.store;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.PartitionException;
import io.netty.channel.ChannelException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
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
    FEW_REPLICAS(
            "Redis has too few replicas to take what is written",
            "Look which of them do not run (min-replicas-to-write). Until then nothing new is accepted."),
    REFUSED(
            "Redis does not let the program in",
            "Look whether SPRING_DATA_REDIS_URL holds its user and password. Until then nothing is sent."),
    SILENT("Redis does not answer", Remedy.AWAY),
    AWAY("Redis cannot be reached", Remedy.AWAY);

    private static final class Remedy {
        private static final String AWAY =
                "Look whether it runs, and the way to it is open. Until then nothing is sent; the program goes on by itself.";
    }

    private static final Pattern CODE = Pattern.compile("^[A-Z]{2,20}\\b");
    private static final Pattern SCRIPT =
            Pattern.compile("script: ([0-9a-f]{8})[0-9a-f]{32}, on @user_script:(\\d+)\\.?$");

    private final String words;
    private final String remedy;

    RedisTrouble(String words, String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    /** A few words that carry no content; the classes of an exception that is none of Redis's known troubles. */
    public static String words(Throwable e) {
        return of(e).words();
    }

    /** The same with what to do about it. */
    public static Trouble of(Throwable e) {
        return known(e).map(known -> new Trouble(known.words, known.remedy))
                .orElseGet(() -> new Trouble(fault(e), "This is a fault of the program: please report this line."));
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
                    case "READONLY", "UNBLOCKED", "MASTERDOWN" -> READ_ONLY;
                    case "MISCONF" -> DISK;
                    case "LOADING" -> LOADING;
                    case "CLUSTERDOWN", "TRYAGAIN" -> PART_AWAY;
                    case "NOREPLICAS" -> FEW_REPLICAS;
                    case "NOAUTH", "WRONGPASS" -> REFUSED;
                    case "BUSY" -> SILENT;
                    default -> away(e);
                });
    }

    private static @Nullable RedisTrouble away(Throwable e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        if (e instanceof ClusterStateFailureException || cause instanceof PartitionException) {
            return PART_AWAY;
        }
        if (e instanceof QueryTimeoutException) {
            return SILENT;
        }
        boolean broken = e instanceof RedisSystemException && lost(cause);
        return broken || e instanceof RedisConnectionFailureException ? AWAY : null;
    }

    /**
     * Whether a connection broke in the middle of a call. What else Redis answers, and what cannot be written to it or read from its
     * answer, are faults of the program.
     */
    private static boolean lost(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof ChannelException
                || cause instanceof TimeoutException
                || cause instanceof InterruptedException
                || cause instanceof CancellationException
                || cause instanceof RejectedExecutionException
                || (cause instanceof RedisException && !(cause instanceof RedisCommandExecutionException));
    }

    /** What happened and where, without a word of what Redis quotes: only its code, and the line of which script. */
    private static String fault(Throwable e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        StringBuilder words = new StringBuilder(e.getClass().getName());
        if (e.getCause() != null) {
            words.append(" of ").append(cause.getClass().getName());
        }
        if (cause instanceof RedisCommandExecutionException) {
            String said = String.valueOf(cause.getMessage());
            CODE.matcher(said).results().forEach(code -> words.append(", ").append(code.group()));
            SCRIPT.matcher(said)
                    .results()
                    .forEach(script -> words.append(", script %s line %s".formatted(script.group(1), script.group(2))));
        }
        return words.toString();
    }
}
