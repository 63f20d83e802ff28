package org.dabyl.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    /** The names of all keys of all masters. */
    public Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (RedisNode node : nodes) {
            keys.addAll(node.keys());
        }
        return keys;
    }

    /** Where the masters write down what they hold. */
    public List<Path> folders() {
        return nodes.stream().map(RedisNode::directory).toList();
    }

    @Override
    public void close() {
        for (RedisNode node : nodes) {
            try {
                node.end();
            } catch (IOException e) {
                // it lies in the folder for what may go
            }
        }
    }
}
