package org.dabyl.store;

import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Redis Cluster of three masters on 127.0.0.1, with no replicas or with one each. */
public final class TestCluster implements AutoCloseable {

    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;
    private static final String PASSWORD = "a-long-password";
    private static final Path USERS = Path.of("src/main/docker/users.acl");

    private final List<RedisNode> nodes = new ArrayList<>();
    private final boolean guarded;

    private TestCluster(boolean guarded) {
        this.guarded = guarded;
    }

    public static TestCluster start() {
        return begin(new TestCluster(false), List.of());
    }

    /**
     * With a replica for each master, which takes over when that was silent for two seconds; for the user who may do just what the
     * program does.
     */
    public static TestCluster withReplicas() {
        try {
            Path users = Files.createTempFile("dabyl-users", ".acl");
            Files.writeString(
                    users,
                    Files.readString(USERS).replace("PASSWORD", PASSWORD) + "user " + RedisNode.ADMIN + " on >"
                            + PASSWORD + " ~* &* +@all\n");
            TestCluster cluster = begin(
                    new TestCluster(true),
                    List.of(
                            "--aclfile",
                            users.toString(),
                            "--masteruser",
                            RedisNode.ADMIN,
                            "--masterauth",
                            PASSWORD,
                            "--cluster-node-timeout",
                            "2000",
                            "--repl-diskless-sync-delay",
                            "0"));
            cluster.addReplicas();
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestCluster begin(TestCluster cluster, List<String> settings) {
        try {
            for (int i = 0; i < MASTERS; i++) {
                RedisNode node = cluster.add(settings);
                node.cluster("ADDSLOTSRANGE", SLOTS * i / MASTERS, SLOTS * (i + 1) / MASTERS - 1);
                // each needs an epoch of its own before they meet
                node.cluster("SET-CONFIG-EPOCH", i + 1);
            }
            if (cluster.guarded) {
                for (int i = 0; i < MASTERS; i++) {
                    cluster.add(settings);
                }
            }
            RedisNode first = cluster.nodes.getFirst();
            for (RedisNode node : cluster.nodes) {
                node.cluster("MEET", "127.0.0.1", first.port(), first.bus());
            }
            for (RedisNode node : cluster.nodes) {
                node.awaitCluster(cluster.nodes.size());
            }
            return cluster;
        } catch (IOException e) {
            cluster.close();
            throw new UncheckedIOException(e);
        }
    }

    private RedisNode add(List<String> settings) throws IOException {
        RedisNode node = guarded ? RedisNode.start(PASSWORD, settings) : RedisNode.start();
        nodes.add(node);
        return node;
    }

    private void addReplicas() throws IOException {
        for (int i = 0; i < MASTERS; i++) {
            RedisNode replica = nodes.get(MASTERS + i);
            replica.cluster("REPLICATE", nodes.get(i).id());
            replica.awaitReplica();
        }
    }

    /** What the program is told of it, as environment variables. */
    public Map<String, String> settings() {
        return guarded
                ? Map.of(
                        "SPRING_DATA_REDIS_CLUSTER_NODES",
                        addresses(),
                        "SPRING_DATA_REDIS_USERNAME",
                        "dabyl",
                        "SPRING_DATA_REDIS_PASSWORD",
                        PASSWORD)
                : Map.of("SPRING_DATA_REDIS_CLUSTER_NODES", addresses());
    }

    String addresses() {
        return nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
    }

    /** Which server keeps the keys with this tag, as one sees it that runs; none while there is nobody. */
    public Optional<RedisNode> masterOf(String tag, RedisNode witness) throws IOException {
        int slot = SlotHash.getSlot("{" + tag + "}");
        return witness.nodes().stream()
                .map(line -> line.split(" ", -1))
                .filter(words -> words[2].contains("master") && !words[2].contains("fail"))
                .filter(words ->
                        List.of(words).subList(8, words.length).stream().anyMatch(range -> holds(range, slot)))
                .map(words -> nodes.stream()
                        .filter(node -> words[1].startsWith("127.0.0.1:" + node.port() + "@"))
                        .findFirst()
                        .orElseThrow())
                .findFirst();
    }

    private static boolean holds(String range, int slot) {
        String[] ends = range.split("-", -1);
        return Integer.parseInt(ends[0]) <= slot && slot <= Integer.parseInt(ends[ends.length - 1]);
    }

    /** A server that runs and is another one. */
    public RedisNode witness(RedisNode other) {
        return nodes.stream()
                .filter(node -> node != other && node.runs())
                .findFirst()
                .orElseThrow();
    }

    public RedisNode any() {
        return nodes.getFirst();
    }

    /** The names of all keys of all servers that run. */
    public Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (RedisNode node : running()) {
            keys.addAll(node.keys());
        }
        return keys;
    }

    /** What the program was refused for want of a right, by those that run. */
    public List<String> denials() throws IOException {
        List<String> denials = new ArrayList<>();
        for (RedisNode node : running()) {
            denials.addAll(node.denials());
        }
        return denials;
    }

    private List<RedisNode> running() {
        return nodes.stream().filter(RedisNode::runs).toList();
    }

    /** The files of the servers that run that hold the needle. */
    public List<Path> mentions(String needle) throws IOException {
        List<Path> found = new ArrayList<>();
        for (RedisNode node : running()) {
            try (Stream<Path> files = Files.walk(node.directory())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(needle)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
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
