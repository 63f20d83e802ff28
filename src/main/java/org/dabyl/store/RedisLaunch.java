package org.dabyl.store;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings up the one server of a data folder. */
final class RedisLaunch {

    private static final Logger LOG = LoggerFactory.getLogger(RedisLaunch.class);
    private static final int LAUNCH_SECONDS = 10;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path folder;

    RedisLaunch(Path folder) {
        this.folder = folder;
    }

    /** The server that still runs on the folder, or a new one. */
    RedisConf serve() throws IOException {
        Optional<RedisConf> running = RedisConf.read(folder).filter(this::runs);
        if (running.isPresent()) {
            LOG.info("takes over the built-in Redis of the last start");
            return running.get();
        }
        Optional<ProcessHandle> deaf = process();
        if (deaf.isPresent()) {
            throw EmbeddedRedisRefused.deaf(folder, deaf.get().pid());
        }
        RedisConf conf = RedisConf.fresh();
        launch(conf);
        return conf;
    }

    /** The process that runs our server on the folder; a server that ends in good order takes its number away. */
    Optional<ProcessHandle> process() throws IOException {
        Path file = folder.resolve("redis.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Path real = folder.toRealPath();
        // the number may meanwhile be that of another program
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).filter(process -> process.info()
                .command()
                .map(command -> Path.of(command).startsWith(real))
                .orElse(false));
    }

    /** Starts a server and returns when it has read its data. */
    void launch(RedisConf conf) throws IOException {
        conf.write(folder);
        PrivateFiles.folder(folder.resolve("appendonlydir"));
        // the first process ends as soon as it has put the server into the background
        Process launcher = new ProcessBuilder(RedisBinary.in(folder).toString(), RedisConf.FILE)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (long pause = 0; pause < TimeUnit.SECONDS.toNanos(LAUNCH_SECONDS) / PAUSE_NANOS; pause++) {
            try (RedisWire redis = new RedisWire(conf)) {
                awaitData(redis);
                return;
            } catch (ConnectException e) {
                if (!launcher.isAlive() && launcher.exitValue() != 0) {
                    throw new IOException("it ended with " + launcher.exitValue(), e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new IOException("it did not answer for " + LAUNCH_SECONDS + " s");
    }

    /** Whether that server runs, and on this folder, not on the one that this was copied from. */
    private boolean runs(RedisConf conf) {
        try (RedisWire redis = new RedisWire(conf)) {
            awaitData(redis);
            return folder.toRealPath().toString().equals(redis.folder());
        } catch (IOException e) {
            return false;
        }
    }

    /** A large append-only file takes a while to read. */
    private static void awaitData(RedisWire redis) throws IOException {
        while (redis.say("PING").startsWith("-LOADING")) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
