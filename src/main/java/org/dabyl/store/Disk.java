package org.dabyl.store;

import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.RedisClusterServerCommands;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** What Redis has written down: its append-only file keeps every command until it is rewritten, also those of what was erased. */
@Component
public final class Disk {

    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    private static final String PERSISTENCE = "persistence";

    private final StringRedisTemplate redis;

    Disk(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * Has Redis write down what it holds now and nothing else, and waits until that is done.
     *
     * @throws IllegalStateException where Redis cannot
     */
    public void settle() {
        settle(false);
    }

    /** The same; {@code dump} also where Redis took no dump since it started, for an older one may lie there. */
    void settle(boolean dump) {
        redis.execute((RedisCallback<Boolean>) connection -> {
            boolean file = all(connection, "aof_enabled", "1");
            if (file) {
                awaitIdle(connection);
                each(connection, RedisServerCommands::bgReWriteAof, RedisClusterServerCommands::bgReWriteAof);
                await(connection, "aof_last_bgrewrite_status");
            }
            if (dump || !file || !all(connection, "rdb_saves", "0")) {
                awaitIdle(connection);
                each(connection, RedisServerCommands::bgSave, RedisClusterServerCommands::bgSave);
                await(connection, "rdb_last_bgsave_status");
            }
            return true;
        });
    }

    /** A cluster gives an order that names no server to any one of them. */
    private static void each(
            RedisConnection connection,
            Consumer<RedisServerCommands> alone,
            BiConsumer<RedisClusterServerCommands, RedisClusterNode> inCluster) {
        if (connection instanceof RedisClusterConnection cluster) {
            Nodes.alive(cluster).forEach(node -> inCluster.accept(cluster.serverCommands(), node));
        } else {
            alone.accept(connection.serverCommands());
        }
    }

    private static void await(RedisConnection connection, String status) {
        awaitIdle(connection);
        if (!all(connection, status, "ok")) {
            throw new IllegalStateException("Redis cannot write to its disk: " + status);
        }
    }

    private static void awaitIdle(RedisConnection connection) {
        while (!all(connection, "aof_rewrite_in_progress", "0")
                || !all(connection, "aof_rewrite_scheduled", "0")
                || !all(connection, "rdb_bgsave_in_progress", "0")) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** On every server of a cluster, replicas among them; what one does not say of itself is as it should be. */
    private static boolean all(RedisConnection connection, String name, String value) {
        return persistence(connection).allMatch(info -> value.equals(info.getProperty(name, value)));
    }

    private static Stream<Properties> persistence(RedisConnection connection) {
        if (connection instanceof RedisClusterConnection cluster) {
            return Nodes.alive(cluster).stream()
                    .map(node -> Objects.requireNonNull(cluster.serverCommands().info(node, PERSISTENCE)));
        }
        return Stream.of(Objects.requireNonNull(connection.serverCommands().info(PERSISTENCE)));
    }
}
