package org.dabyl.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redis.embedded.RedisExecProvider;
import redis.embedded.exceptions.OsDetectionException;

/** The one copy of the server's program in the data folder. */
final class RedisBinary {

    private RedisBinary() {}

    /**
     * The program for this system, unpacked at the first start.
     *
     * @throws EmbeddedRedisRefused where there is none for this system
     */
    static Path in(Path folder) throws IOException {
        Path binary = folder.resolve("redis-server-" + RedisExecProvider.redisVersion);
        if (!Files.isExecutable(binary)) {
            // the library unpacks into a new temporary folder each time
            File unpacked = unpack();
            // two moves, for the first may be a copy to another disk that is cut short
            Path draft = folder.resolve("redis-server.new");
            Files.move(unpacked.toPath(), draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, binary, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(unpacked.toPath().resolveSibling(""));
        }
        return binary.toAbsolutePath();
    }

    private static File unpack() throws IOException {
        try {
            return RedisExecProvider.defaultProvider().get();
        } catch (IllegalArgumentException | OsDetectionException e) {
            throw EmbeddedRedisRefused.unknownSystem();
        }
    }
}
