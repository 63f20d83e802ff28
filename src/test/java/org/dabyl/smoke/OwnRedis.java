package org.dabyl.smoke;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.RedisExecProvider;

/** A Redis of its own with an append-only file, which a story may stop, freeze, fill and end; and the program that uses it. */
final class OwnRedis {

    private static final long PAUSE_NANOS = 20_000_000;

    private final int port = freePort();
    private final Path folder = temporary();
    private Process server;

    OwnRedis() {
        server = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.destroyForcibly()));
    }

    /** One Redis and one program for all the stories of Redis's troubles; each leaves them well. */
    static OwnRedis redis() {
        return Once.REDIS;
    }

    static Town town() {
        return Once.TOWN;
    }

    /** Where it writes to the disk. */
    Path disk() {
        return folder;
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** Where it writes. */
    Path folder() {
        return folder;
    }

    /** Ends it without a word. */
    void dies() {
        server.destroyForcibly();
        server.onExit().join();
    }

    void comesBack() {
        server = launch();
    }

    /** Keeps its connections and answers nothing. */
    void freezes() {
        signal("STOP");
    }

    void thaws() {
        signal("CONT");
    }

    /** Says one command and returns the first line of the answer. */
    String say(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (IOException e) {
            return "";
        }
    }

    private Process launch() {
        try {
            Process launched = new ProcessBuilder(
                            RedisExecProvider.defaultProvider().get().getPath(),
                            "--port",
                            String.valueOf(port),
                            "--bind",
                            "127.0.0.1",
                            "--dir",
                            folder.toString(),
                            "--appendonly",
                            "yes",
                            "--save",
                            "")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (launched.isAlive() && !say("PING").startsWith("+PONG")) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return launched;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("dabyl-own-redis");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Once {
        static final OwnRedis REDIS = new OwnRedis();
        static final Town TOWN = Town.shared("--spring.data.redis.url=" + REDIS.url());
    }
}
