package org.dabyl.store;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Redis server of our own on the data folder, for a machine where no other is set.
 *
 * <p>It outlives a killed program. The next start takes it over, because a second server on the same append-only file would
 * destroy it; a lock on the folder, which the system releases with the program, keeps out a second start. A server that dies
 * is started again where it was, so that its users find it by themselves.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final int RETRY_SECONDS = 5;

    private final FileChannel lock;
    private final RedisLaunch launch;
    private final RedisConf conf;
    private Optional<CompletableFuture<Void>> watch = Optional.empty();
    private boolean closed;

    private EmbeddedRedis(FileChannel lock, RedisLaunch launch, RedisConf conf) {
        this.lock = lock;
        this.launch = launch;
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
                RedisLaunch launch = new RedisLaunch(folder);
                EmbeddedRedis redis = new EmbeddedRedis(lock, launch, launch.serve());
                redis.watch();
                return redis;
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
    public synchronized void close() throws IOException {
        unwatch();
        try (lock;
                RedisWire redis = new RedisWire(conf)) {
            redis.shutDown();
        } catch (ConnectException e) {
            LOG.warn("the built-in Redis had ended before");
        }
    }

    /** Lets go of the folder as a killed program does; the server runs on. */
    synchronized void release() throws IOException {
        unwatch();
        lock.close();
    }

    private void watch() throws IOException {
        watch = launch.process().map(process -> process.onExit().thenRunAsync(this::startAgain));
    }

    private void unwatch() {
        closed = true;
        watch.ifPresent(end -> end.cancel(false));
    }

    private synchronized void startAgain() {
        if (closed) {
            return;
        }
        LOG.warn("the built-in Redis ended, is started again");
        try {
            launch.launch(conf);
            watch();
        } catch (IOException e) {
            LOG.error("the built-in Redis does not start, is tried again: {}", e.getMessage());
            CompletableFuture.delayedExecutor(RETRY_SECONDS, TimeUnit.SECONDS).execute(this::startAgain);
        }
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
}
