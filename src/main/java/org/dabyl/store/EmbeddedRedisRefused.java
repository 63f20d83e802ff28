package org.dabyl.store;

import java.nio.file.Path;

/** Why the embedded Redis does not run, and what to do about it. */
final class EmbeddedRedisRefused extends RuntimeException {

    private static final String OWN_REDIS =
            "start a Redis 7 of your own and set SPRING_DATA_REDIS_URL, e.g. to redis://localhost:6379.";

    private final String advice;

    private EmbeddedRedisRefused(String sentence, String advice) {
        super(sentence);
        this.advice = advice;
    }

    static EmbeddedRedisRefused unknownSystem() {
        return new EmbeddedRedisRefused(
                "There is no built-in Redis for this system (%s, %s)."
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                "Use docker compose, or " + OWN_REDIS);
    }

    static EmbeddedRedisRefused inUse(Path folder) {
        return new EmbeddedRedisRefused(
                "Another Dabyl is running on the folder " + folder + ".",
                "Stop it first, or set DABYL_DATA to another folder.");
    }

    static EmbeddedRedisRefused missing(Path folder) {
        return new EmbeddedRedisRefused(
                "There is no database in the folder " + folder + ".",
                "Set DABYL_DATA, or SPRING_DATA_REDIS_URL, as for the program.");
    }

    static EmbeddedRedisRefused deaf(Path folder, long process) {
        return new EmbeddedRedisRefused(
                "A Redis server, process %d, holds the folder %s and does not answer with what redis.conf says."
                        .formatted(process, folder),
                "End it: kill " + process
                        + ". Where that process is something else, remove redis.pid from the folder.");
    }

    static EmbeddedRedisRefused broken(Path folder, String reason) {
        return new EmbeddedRedisRefused(
                "The built-in Redis does not start in " + folder + ": " + reason + ".",
                "Look into redis.log there; the disk may be full, or the folder not writable. Or set DABYL_DATA to another"
                        + " folder, or " + OWN_REDIS);
    }

    String advice() {
        return advice;
    }
}
