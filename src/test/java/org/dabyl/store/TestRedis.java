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
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisExecProvider;

/**
 * A Redis for tests: {@code @ExtendWith(TestRedis.class)}, then {@link #template()} or a parameter of type
 * {@link StringRedisTemplate}. Empty before each test.
 *
 * <p>One server a JVM, started at first use and ended with the JVM. It is a cluster of one node, so that it refuses a script that
 * touches an undeclared key of another slot, as a cluster of many would.
 */
public final class TestRedis implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext context) {
        flush();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StringRedisTemplate.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return template();
    }

    /** A plain, standalone connection to the node. */
    public static StringRedisTemplate template() {
        return Running.TEMPLATE;
    }

    /** The port on 127.0.0.1; no password. */
    public static int port() {
        return Running.PORT;
    }

    /** Forgets every key, and the scripts that were loaded. */
    public static void flush() {
        template().execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().flushAll();
            connection.scriptingCommands().scriptFlush();
            return true;
        });
    }

    private static final class Running {
        static final int PORT = start();
        static final StringRedisTemplate TEMPLATE = connect();

        private static int start() {
            for (int attempt = 1; ; attempt++) {
                try {
                    int port = freePort();
                    Process server = launch(port, freePort());
                    Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
                    formCluster(server, port);
                    return port;
                } catch (IOException e) {
                    // another process may have taken the free port in between
                    if (attempt == 3) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        private static Process launch(int port, int clusterPort) throws IOException {
            Path directory = Files.createTempDirectory("dabyl-test-redis");
            directory.toFile().deleteOnExit();
            directory.resolve("nodes.conf").toFile().deleteOnExit();
            String server = RedisExecProvider.defaultProvider().get().getPath();
            return new ProcessBuilder(
                            server,
                            "--port",
                            String.valueOf(port),
                            "--bind",
                            "127.0.0.1",
                            "--dir",
                            directory.toString(),
                            "--save",
                            "",
                            "--appendonly",
                            "no",
                            "--cluster-enabled",
                            "yes",
                            "--cluster-port",
                            String.valueOf(clusterPort))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        private static void formCluster(Process server, int port) throws IOException {
            RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
            try (StatefulRedisConnection<String, String> connection = await(server, client)) {
                var commands = connection.sync();
                commands.dispatch(
                        CommandType.CLUSTER,
                        new StatusOutput<>(StringCodec.UTF8),
                        new CommandArgs<>(StringCodec.UTF8)
                                .add("ADDSLOTSRANGE")
                                .add(0)
                                .add(16383));
                // Redis opens a fresh node after about two seconds
                while (!commands.clusterInfo().contains("cluster_state:ok")) {
                    LockSupport.parkNanos(20_000_000);
                }
            } finally {
                client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
            }
        }

        private static StatefulRedisConnection<String, String> await(Process server, RedisClient client)
                throws IOException {
            while (server.isAlive()) {
                try {
                    return client.connect();
                } catch (RedisException e) {
                    LockSupport.parkNanos(20_000_000);
                }
            }
            throw new IOException("redis-server ended with " + server.exitValue());
        }

        private static StringRedisTemplate connect() {
            LettuceConnectionFactory factory = new LettuceConnectionFactory("127.0.0.1", PORT);
            factory.afterPropertiesSet();
            factory.start();
            return new StringRedisTemplate(factory);
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }
}
