package org.dabyl.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.data.redis.ClusterStateFailureException;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** The servers of Redis: the only one, or all of a cluster. */
@Component
public class Nodes {

    private static final ScanOptions PAGES =
            ScanOptions.scanOptions().count(1000).build();

    private static final int SLOTS = 16_384;

    private final StringRedisTemplate redis;

    Nodes(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Shows every key; one that is written meanwhile may be missed or come twice. */
    public void keys(Consumer<String> reader) {
        redis.execute((RedisCallback<Boolean>) connection -> {
            if (connection instanceof RedisClusterConnection cluster) {
                alive(cluster).stream()
                        .filter(RedisClusterNode::isMaster)
                        .forEach(master -> read(cluster.scan(master, PAGES), reader));
            } else {
                read(connection.keyCommands().scan(PAGES), reader);
            }
            return true;
        });
    }

    /** The names of all keys at once. */
    public static Set<String> names(StringRedisTemplate redis) {
        Set<String> names = new HashSet<>();
        new Nodes(redis).keys(names::add);
        return names;
    }

    /**
     * The servers of a cluster, masters and replicas, but those that it has given up: they may stand in its list for ever. What such
     * a master held is its replica's, and what lies on its disk goes when it comes back as a replica.
     *
     * @throws ClusterStateFailureException where some keys are nobody's
     */
    static List<RedisClusterNode> alive(RedisClusterConnection cluster) {
        List<RedisClusterNode> alive = new ArrayList<>();
        cluster.clusterCommands().clusterGetNodes().forEach(node -> {
            if (node.isConnected() && !node.isMarkedAsFail()) {
                alive.add(node);
            }
        });
        int served = alive.stream()
                .filter(RedisClusterNode::isMaster)
                .mapToInt(master -> master.getSlotRange().getSlots().size())
                .sum();
        if (served < SLOTS) {
            throw new ClusterStateFailureException("of " + SLOTS + " slots only " + served + " are served");
        }
        return alive;
    }

    private static void read(Cursor<byte[]> cursor, Consumer<String> reader) {
        try (cursor) {
            cursor.forEachRemaining(key -> reader.accept(new String(key, StandardCharsets.UTF_8)));
        }
    }
}
