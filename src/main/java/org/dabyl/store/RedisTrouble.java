package org.dabyl.store;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;

/** What is wrong with Redis, in words for the operator. */
public final class RedisTrouble {

    private RedisTrouble() {}

    /** A few words that carry no content; the class of an exception that is none of Redis's known troubles. */
    public static String words(Throwable e) {
        String said =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        if (said.startsWith("OOM ")) {
            return "Redis is out of memory and takes no more";
        }
        // told to reads that block when a server becomes a replica
        if (said.startsWith("READONLY ") || said.startsWith("UNBLOCKED ")) {
            return "Redis is a read-only replica";
        }
        if (said.startsWith("MISCONF ")) {
            return "Redis cannot write to its disk";
        }
        if (said.startsWith("LOADING ")) {
            return "Redis is loading its data";
        }
        if (e instanceof QueryTimeoutException) {
            return "Redis does not answer";
        }
        return e instanceof RedisConnectionFailureException
                ? "Redis cannot be reached"
                : e.getClass().getName();
    }
}
