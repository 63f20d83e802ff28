package org.dabyl.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process of the program, and what it says. */
final class Instance {

    private static final Pattern READY = Pattern.compile("Started Dabyl in");
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path log;

    private Instance(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Instance start(List<String> command, Map<String, String> settings, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Instance(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean ready() {
        return process.isAlive() && said(READY).isPresent();
    }

    /** The first thing it said that matches. */
    Optional<String> said(Pattern pattern) {
        Matcher found = pattern.matcher(log());
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it by SIGKILL, in the middle of whatever it does. */
    void kill() {
        process.destroyForcibly();
        if (await() != KILLED) {
            throw new AssertionError("it ended with " + process.exitValue() + ":\n" + log());
        }
    }

    boolean running() {
        return process.isAlive();
    }

    /** The same, where it may have come to its end before. */
    void killIfItStillRuns() {
        process.destroyForcibly();
        await();
    }

    /** Waits until it ends by itself, and returns with what. */
    int end() {
        return await();
    }

    /** Ends it in peace. */
    void stop() {
        process.destroy();
        await();
    }

    private int await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end:\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
