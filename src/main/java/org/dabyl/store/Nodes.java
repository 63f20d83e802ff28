package org.dabyl.store;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.data.redis.connection.RedisClusterConnection;
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

    private final StringRedisTemplate redis;

    Nodes(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Shows every key; one that is written meanwhile may be missed or come twice. */
    public void keys(Consumer<String> reader) {
        redis.execute((RedisCallback<Boolean>) connection -> {
            if (connection instanceof RedisClusterConnection cluster) {
                cluster.clusterCommands().clusterGetNodes().forEach(node -> {
                    if (node.isMaster()) {
                        read(cluster.scan(node, PAGES), reader);
                    }
                });
            } else {
                read(connection.keyCommands().scan(PAGES), reader);
            }
            return true;
        });
    }

    private static void read(Cursor<byte[]> cursor, Consumer<String> reader) {
        try (cursor) {
            cursor.forEachRemaining(key -> reader.accept(new String(key, StandardCharsets.UTF_8)));
        }
    }
}
