package org.dabyl.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The configuration file of the embedded server; also how the next start finds a server that outlived its program.
 *
 * @param port on 127.0.0.1
 * @param password 64 hexadecimal digits
 */
record RedisConf(int port, String password) {

    static final String FILE = "redis.conf";

    private static final int PASSWORD_BYTES = 32;

    /** Detached, so that Ctrl-C in a terminal does not end the server before the program. */
    private static final String SETTINGS = """
            # Written by Dabyl at each start of this server.
            bind 127.0.0.1
            daemonize yes
            pidfile redis.pid
            logfile redis.log
            save ""
            appendonly yes
            appendfsync everysec
            maxmemory-policy noeviction
            """;

    /** A free port and a password of its own. */
    static RedisConf fresh() throws IOException {
        byte[] password = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(password);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new RedisConf(free.getLocalPort(), HexFormat.of().formatHex(password));
        }
    }

    /** What the last start wrote; empty where there was none, or the file is damaged. */
    static Optional<RedisConf> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return value(lines, "port ([0-9]{1,5})").flatMap(port -> value(lines, "requirepass ([0-9a-f]{64})")
                .map(password -> new RedisConf(Integer.parseInt(port), password)));
    }

    void write(Path folder) throws IOException {
        PrivateFiles.replace(folder.resolve(FILE), SETTINGS + "port %d\nrequirepass %s\n".formatted(port, password));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RedisConf[port=" + port + "]";
    }

    private static Optional<String> value(List<String> lines, String pattern) {
        return lines.stream()
                .filter(line -> line.matches(pattern))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .findFirst();
    }
}
