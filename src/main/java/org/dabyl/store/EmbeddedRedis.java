package org.dabyl.store;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Redis server of our own on the data folder, for a machine where no other is set.
 *
 * <p>It outlives a killed program. The next start takes it over, because a second server on the same append-only file would
 * destroy it; a lock on the folder, which the system releases with the program, keeps out a second start.
 */
final class EmbeddedRedis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final int LAUNCH_SECONDS = 10;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final FileChannel lock;
    private final RedisConf conf;

    private EmbeddedRedis(FileChannel lock, RedisConf conf) {
        this.lock = lock;
        this.conf = conf;
    }

    /**
     * Takes over the server of the folder, or starts one, and waits until it has read its data.
     *
     * @throws EmbeddedRedisRefused where another program holds the folder or no server comes up
     */
    static EmbeddedRedis open(Path folder) {
        try {
            PrivateFiles.folder(folder);
            FileChannel lock = lock(folder);
            try {
                return new EmbeddedRedis(lock, serve(folder));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw EmbeddedRedisRefused.broken(folder, String.valueOf(e.getMessage()));
        }
    }

    RedisConf conf() {
        return conf;
    }

    /** Ends the server, with everything written down. */
    @Override
    public void close() throws IOException {
        try (lock;
                RedisWire redis = new RedisWire(conf)) {
            redis.shutDown();
        } catch (ConnectException e) {
            LOG.warn("the built-in Redis had ended before");
        }
    }

    /** Lets go of the folder as a killed program does; the server runs on. */
    void release() throws IOException {
        lock.close();
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("redis.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // the other one is in this very process
        }
        channel.close();
        throw EmbeddedRedisRefused.inUse(folder);
    }

    private static RedisConf serve(Path folder) throws IOException {
        Optional<RedisConf> running = RedisConf.read(folder).filter(conf -> runs(folder, conf));
        if (running.isPresent()) {
            LOG.info("takes over the built-in Redis of the last start");
            return running.get();
        }
        refuseADeafServer(folder);
        return launch(folder);
    }

    private static void refuseADeafServer(Path folder) throws IOException {
        // a server that stopped in good order has removed the file
        Path file = folder.resolve("redis.pid");
        if (!Files.exists(file)) {
            return;
        }
        long process = Long.parseLong(Files.readString(file).strip());
        Path real = folder.toRealPath();
        boolean redis = ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .filter(command -> Path.of(command).startsWith(real))
                .isPresent();
        if (redis) {
            throw EmbeddedRedisRefused.deaf(folder, process);
        }
    }

    /** Whether that server runs, and on this folder, not on the one that this was copied from. */
    private static boolean runs(Path folder, RedisConf conf) {
        try (RedisWire redis = new RedisWire(conf)) {
            awaitData(redis);
            return folder.toRealPath().toString().equals(redis.folder());
        } catch (IOException e) {
            return false;
        }
    }

    private static RedisConf launch(Path folder) throws IOException {
        RedisConf conf = RedisConf.fresh();
        conf.write(folder);
        PrivateFiles.folder(folder.resolve("appendonlydir"));
        // the first process ends as soon as it has put the server into the background
        Process launcher = new ProcessBuilder(RedisBinary.in(folder).toString(), RedisConf.FILE)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int pause = 0; pause < TimeUnit.SECONDS.toNanos(LAUNCH_SECONDS) / PAUSE_NANOS; pause++) {
            try (RedisWire redis = new RedisWire(conf)) {
                awaitData(redis);
                return conf;
            } catch (ConnectException e) {
                if (!launcher.isAlive() && launcher.exitValue() != 0) {
                    throw new IOException("it ended with " + launcher.exitValue(), e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new IOException("it did not answer for " + LAUNCH_SECONDS + " s");
    }

    /** A large append-only file takes a while to read. */
    private static void awaitData(RedisWire redis) throws IOException {
        while (redis.say("PING").startsWith("-LOADING")) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
