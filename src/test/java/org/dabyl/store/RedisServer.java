package org.dabyl.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import redis.embedded.RedisExecProvider;

/** A Redis of its own with settings of its own, written as in {@code redis.conf}; ends when closed. */
public final class RedisServer implements AutoCloseable {

    private static final long PAUSE_NANOS = 20_000_000;

    private final int port = freePort();
    private final Path folder = folder();
    private final Path log = folder.resolve("redis.log");
    private final Process server;

    private RedisServer(Path program, String portSetting, List<String> settings) throws IOException {
        List<String> lines = new ArrayList<>(settings);
        lines.addAll(List.of(portSetting + " " + port, "dir " + folder, "save \"\"", "logfile " + log));
        Path conf = Files.write(folder.resolve("redis.conf"), lines);
        server = new ProcessBuilder(program.toString(), conf.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        while (server.isAlive() && !said("Ready to accept connections")) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The one that is built in. */
    public static RedisServer start(String... settings) {
        return start(builtIn(), "port", settings);
    }

    /** One of this machine, behind TLS alone. */
    public static RedisServer startTls(Path program, String... settings) {
        return start(
                program,
                "tls-port",
                Stream.concat(Stream.of("port 0"), Stream.of(settings)).toArray(String[]::new));
    }

    private static RedisServer start(Path program, String portSetting, String... settings) {
        try {
            return new RedisServer(program, portSetting, List.of(settings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** False where it refused its settings. */
    public boolean runs() {
        return server.isAlive();
    }

    /** What it said about why. */
    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.destroyForcibly();
        server.onExit().join();
    }

    private boolean said(String words) {
        return log().contains(words);
    }

    private static Path builtIn() {
        try {
            return Path.of(RedisExecProvider.defaultProvider().get().getPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("dabyl-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
