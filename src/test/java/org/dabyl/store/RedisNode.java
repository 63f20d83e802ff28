package org.dabyl.store;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;
import redis.embedded.RedisExecProvider;

/** One server of a cluster on 127.0.0.1, which ends with the JVM, and which a story may kill, freeze and start again. */
public final class RedisNode {

    private static final long LOOK_AGAIN = 20_000_000;

    /** Who may do everything at a server that asks for a password. */
    static final String ADMIN = "admin";

    private final int port = freePort();
    private final int bus = freePort();
    private final Path directory;
    private final List<String> command;
    private final String user;
    private Process server;

    private RedisNode(String user, List<String> more) throws IOException {
        this.user = user;
        directory = Files.createTempDirectory("dabyl-test-redis");
        command = new ArrayList<>(List.of(
                RedisExecProvider.defaultProvider().get().getPath(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                directory.toString(),
                "--save",
                "",
                "--appendonly",
                "yes",
                "--cluster-enabled",
                "yes",
                "--cluster-port",
                String.valueOf(bus)));
        command.addAll(more);
        server = launch();
    }

    static RedisNode start() throws IOException {
        return new RedisNode("", List.of());
    }

    /** With settings as on the command line of Redis, and a password that {@link #ADMIN} has. */
    static RedisNode start(String password, List<String> more) throws IOException {
        return new RedisNode(ADMIN + ":" + password + "@", more);
    }

    private Process launch() throws IOException {
        Process launched = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(launched::destroyForcibly));
        return launched;
    }

    int port() {
        return port;
    }

    /** The port on which the servers of a cluster talk to each other. */
    int bus() {
        return bus;
    }

    /** Where it writes down what it holds. */
    public Path directory() {
        return directory;
    }

    /** Ends it without a word. */
    public void dies() {
        server.destroyForcibly();
        server.onExit().join();
    }

    public void comesBack() throws IOException {
        server = launch();
    }

    /** Keeps its connections and answers nothing. */
    public void freezes() throws IOException {
        signal("STOP");
    }

    public void thaws() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                .start()
                .onExit()
                .join();
    }

    boolean runs() {
        return server.isAlive();
    }

    /** Waits until it is a replica that holds what its master holds. */
    public void awaitReplica() throws IOException {
        String info = info("replication");
        while (!info.contains("role:slave") || !info.contains("master_link_status:up")) {
            LockSupport.parkNanos(LOOK_AGAIN);
            info = info("replication");
        }
    }

    private String info(String section) throws IOException {
        return ask(connection -> connection.sync().info(section));
    }

    /** How the cluster looks to it, a line a server. */
    List<String> nodes() throws IOException {
        return ask(connection -> connection.sync().clusterNodes().lines().toList());
    }

    String id() throws IOException {
        return ask(connection -> connection.sync().clusterMyId());
    }

    /** What it refused to the users of its settings. */
    List<String> denials() throws IOException {
        return ask(connection ->
                connection.sync().aclLog().stream().map(String::valueOf).toList());
    }

    /** Tells it something about its cluster. */
    void cluster(Object... words) throws IOException {
        CommandArgs<String, String> command = new CommandArgs<>(StringCodec.UTF8);
        for (Object word : words) {
            command.add(String.valueOf(word));
        }
        ask(connection ->
                connection.sync().dispatch(CommandType.CLUSTER, new StatusOutput<>(StringCodec.UTF8), command));
    }

    /** Waits until every slot of the cluster is served; Redis opens a fresh node after about two seconds. */
    void awaitCluster(int nodes) throws IOException {
        ask(connection -> {
            String info = connection.sync().clusterInfo();
            while (!info.contains("cluster_state:ok") || !info.contains("cluster_known_nodes:" + nodes)) {
                LockSupport.parkNanos(LOOK_AGAIN);
                info = connection.sync().clusterInfo();
            }
            return info;
        });
    }

    List<String> keys() throws IOException {
        return ask(connection -> connection.sync().keys("*"));
    }

    /** Ends it and forgets what it wrote. */
    void end() throws IOException {
        server.destroyForcibly();
        FileSystemUtils.deleteRecursively(directory);
    }

    private interface Question<T> {
        T put(StatefulRedisConnection<String, String> connection);
    }

    private <T> T ask(Question<T> question) throws IOException {
        RedisClient client = RedisClient.create("redis://" + user + "127.0.0.1:" + port);
        try (StatefulRedisConnection<String, String> connection = connect(client)) {
            return question.put(connection);
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    private StatefulRedisConnection<String, String> connect(RedisClient client) throws IOException {
        while (server.isAlive()) {
            try {
                return client.connect();
            } catch (RedisException e) {
                LockSupport.parkNanos(LOOK_AGAIN);
            }
        }
        throw new IOException("redis-server ended with " + server.exitValue());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
