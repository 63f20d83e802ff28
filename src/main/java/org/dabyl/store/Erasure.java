package org.dabyl.store;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Erases every key of ours from Redis, and then from its disk: the append-only file is rewritten and a dump taken, both of what is
 * left. Keys of others in the same Redis stay.
 */
public final class Erasure implements AutoCloseable {

    /** The one key that stays. */
    public static final String SPARED = "{dabyl}:wiped";

    private static final Pattern OURS = Pattern.compile("\\{(dabyl|\\d+)}:.*", Pattern.DOTALL);

    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;
    private final boolean own;

    private Erasure(LettuceConnectionFactory connections, boolean own) {
        this.connections = connections;
        this.redis = new StringRedisTemplate(connections);
        this.own = own;
    }

    /** On the connections of this template, which go on. */
    public static Erasure with(StringRedisTemplate redis) {
        return new Erasure(lettuce(redis), false);
    }

    /** Takes the connections of this template away, so that nobody writes through them any more, and uses others of its own. */
    public static Erasure insteadOf(StringRedisTemplate redis) {
        LettuceConnectionFactory before = lettuce(redis);
        LettuceConnectionFactory own = like(before);
        own.afterPropertiesSet();
        own.start();
        before.stop();
        return new Erasure(own, true);
    }

    /** The template that still works. */
    public StringRedisTemplate redis() {
        return redis;
    }

    /**
     * Erases; returns when the disk of Redis holds nothing of it any more.
     *
     * @throws RuntimeException where Redis does not answer, refuses, or cannot write to its disk: to be tried again
     */
    public void run() {
        // what is being written during one pass is found by the next
        for (List<String> ours = ours(); !ours.isEmpty(); ours = ours()) {
            ours.forEach(redis::unlink);
        }
        new Disk(redis).settle(true);
    }

    private List<String> ours() {
        return Nodes.names(redis).stream()
                .filter(key -> OURS.matcher(key).matches() && !key.equals(SPARED))
                .toList();
    }

    @Override
    public void close() {
        if (own) {
            connections.destroy();
        }
    }

    private static LettuceConnectionFactory lettuce(StringRedisTemplate redis) {
        return (LettuceConnectionFactory) redis.getRequiredConnectionFactory();
    }

    private static LettuceConnectionFactory like(LettuceConnectionFactory other) {
        var client = other.getClientConfiguration();
        if (other.getClusterConfiguration() != null) {
            return new LettuceConnectionFactory(other.getClusterConfiguration(), client);
        }
        return other.getSentinelConfiguration() != null
                ? new LettuceConnectionFactory(other.getSentinelConfiguration(), client)
                : new LettuceConnectionFactory(other.getStandaloneConfiguration(), client);
    }
}
