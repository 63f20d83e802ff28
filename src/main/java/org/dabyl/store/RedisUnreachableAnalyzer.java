package org.dabyl.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.data.redis.RedisConnectionFailureException;

/** Shows the operator a sentence where the Redis of the settings cannot be reached at start. */
final class RedisUnreachableAnalyzer extends AbstractFailureAnalyzer<RedisConnectionFailureException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, RedisConnectionFailureException unreachable) {
        return new FailureAnalysis(
                "Redis cannot be reached: " + unreachable.getMostSpecificCause().getMessage() + ".",
                "Start it, or correct SPRING_DATA_REDIS_URL; with nothing set the built-in Redis is used.",
                unreachable);
    }
}
