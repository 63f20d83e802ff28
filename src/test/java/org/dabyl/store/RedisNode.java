package org.dabyl.store;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;
import redis.embedded.RedisExecProvider;

/**
 * One server of a cluster on 127.0.0.1, which ends with the JVM.
 *
 * @param bus the port on which the servers of a cluster talk to each other
 * @param directory where it writes down what it holds
 */
record RedisNode(Process server, int port, int bus, Path directory) {

    private static final long LOOK_AGAIN = 20_000_000;

    static RedisNode start() throws IOException {
        int port = freePort();
        int bus = freePort();
        Path directory = Files.createTempDirectory("dabyl-test-redis");
        String program = RedisExecProvider.defaultProvider().get().getPath();
        List<String> command = List.of(
                program,
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
                String.valueOf(bus));
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        return new RedisNode(server, port, bus, directory);
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
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
