package org.dabyl.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A Redis Cluster of three masters on 127.0.0.1, with no replicas. */
public final class TestCluster implements AutoCloseable {

    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;

    private final List<RedisNode> nodes = new ArrayList<>();

    private TestCluster() {}

    public static TestCluster start() {
        TestCluster cluster = new TestCluster();
        try {
            for (int i = 0; i < MASTERS; i++) {
                RedisNode node = RedisNode.start();
                cluster.nodes.add(node);
                node.cluster("ADDSLOTSRANGE", SLOTS * i / MASTERS, SLOTS * (i + 1) / MASTERS - 1);
                // each needs an epoch of its own before they meet
                node.cluster("SET-CONFIG-EPOCH", i + 1);
                RedisNode first = cluster.nodes.getFirst();
                node.cluster("MEET", "127.0.0.1", first.port(), first.bus());
            }
            for (RedisNode node : cluster.nodes) {
                node.awaitCluster(MASTERS);
            }
            return cluster;
        } catch (IOException e) {
            cluster.close();
            throw new UncheckedIOException(e);
        }
    }

    /** The value of {@code spring.data.redis.cluster.nodes}. */
    public String addresses() {
        return nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.server().destroyForcibly());
    }
}
