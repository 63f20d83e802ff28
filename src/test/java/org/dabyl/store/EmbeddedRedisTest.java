package org.dabyl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

    @TempDir
    Path temp;

    private Path folder() {
        return temp.resolve("a folder");
    }

    @AfterEach
    void noServerOutlivesTheTest() throws Exception {
        if (Files.exists(folder().resolve("redis.pid"))) {
            kill(process());
        }
    }

    @Test
    void whatWasWrittenSurvivesAStop() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.open(folder())) {
            assertThat(say(redis, "SETNX key 1")).isEqualTo(":1");
        }
        try (EmbeddedRedis redis = EmbeddedRedis.open(folder())) {
            assertThat(say(redis, "SETNX key 1")).isEqualTo(":0");
        }
    }

    @Test
    void aStopEndsTheServer() throws IOException {
        EmbeddedRedis redis = EmbeddedRedis.open(folder());
        ProcessHandle server = process();

        redis.close();

        assertThat(server.onExit()).succeedsWithin(5, TimeUnit.SECONDS);
        assertThatIOException().isThrownBy(() -> say(redis, "PING"));
    }

    @Test
    void theServerOfAKilledProgramIsTakenOver() throws Exception {
        Process killed = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedRedisProgram.class.getName(),
                        folder().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int port;
        try (BufferedReader out = killed.inputReader()) {
            port = out.lines()
                    .filter(line -> line.matches("[0-9]+"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElseThrow();
            killed.destroyForcibly().waitFor();
        }
        long server = process().pid();

        try (EmbeddedRedis redis = EmbeddedRedis.open(folder())) {
            assertThat(redis.conf().port()).isEqualTo(port);
            assertThat(process().pid()).isEqualTo(server);
            assertThat(say(redis, "PING")).isEqualTo("+PONG");
        }
        await().atMost(5, TimeUnit.SECONDS).until(() -> ProcessHandle.of(server).isEmpty());
    }

    @Test
    void aServerKilledWithItsProgramComesBackWithItsData() throws Exception {
        EmbeddedRedis lost = EmbeddedRedis.open(folder());
        say(lost, "SETNX key 1");
        lost.release();
        kill(process());

        try (EmbeddedRedis redis = EmbeddedRedis.open(folder())) {
            assertThat(say(redis, "SETNX key 1")).isEqualTo(":0");
        }
    }

    @Test
    void aServerThatDiesComesBackWhereItWas() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.open(folder())) {
            say(redis, "SETNX key 1");
            kill(process());

            await().atMost(10, TimeUnit.SECONDS)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(say(redis, "SETNX key 1")).isEqualTo(":0"));
        }
    }

    @Test
    void aSecondProgramOnTheFolderIsRefused() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.open(folder())) {
            assertThatExceptionOfType(EmbeddedRedisRefused.class)
                    .isThrownBy(() -> EmbeddedRedis.open(folder()))
                    .withMessageContaining("Another Dabyl")
                    .satisfies(refused -> assertThat(refused.advice()).contains("DABYL_DATA"));
            assertThat(say(redis, "PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void aCopyOfARunningFolderGetsAServerOfItsOwn() throws IOException {
        Path copy = Files.createDirectory(temp.resolve("copy"));
        try (EmbeddedRedis original = EmbeddedRedis.open(folder())) {
            Files.copy(
                    folder().resolve(RedisConf.FILE), copy.resolve(RedisConf.FILE), StandardCopyOption.COPY_ATTRIBUTES);
            try (EmbeddedRedis other = EmbeddedRedis.open(copy)) {
                assertThat(other.conf().port()).isNotEqualTo(original.conf().port());
            }
            assertThat(say(original, "PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void aServerWhoseSettingsWereLostIsNotJoinedByASecondOne() throws Exception {
        EmbeddedRedis redis = EmbeddedRedis.open(folder());
        Path conf = folder().resolve(RedisConf.FILE);
        String text = Files.readString(conf);
        Files.writeString(conf, text.replaceAll("requirepass .*", "requirepass " + "0".repeat(64)));
        long server = process().pid();
        redis.release();

        assertThatExceptionOfType(EmbeddedRedisRefused.class)
                .isThrownBy(() -> EmbeddedRedis.open(folder()))
                .withMessageContaining("process " + server)
                .satisfies(refused -> assertThat(refused.advice()).contains("kill " + server));
    }

    @Test
    void nothingOfItIsOpenToOthers() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.open(folder())) {
            say(redis, "SETNX key 1");

            assertThat(mode(folder())).isEqualTo("rwx------");
            assertThat(mode(folder().resolve(RedisConf.FILE))).isEqualTo("rw-------");
            assertThat(mode(folder().resolve("appendonlydir"))).isEqualTo("rwx------");
            assertThat(process().info().commandLine().orElseThrow())
                    .contains("redis-server")
                    .doesNotContain(redis.conf().password());
            assertThat(redis.conf())
                    .hasToString("RedisConf[port=" + redis.conf().port() + "]");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsReported() throws IOException {
        Files.writeString(folder(), "in the way");

        assertThatExceptionOfType(EmbeddedRedisRefused.class)
                .isThrownBy(() -> EmbeddedRedis.open(folder()))
                .withMessageContaining("does not start in " + folder());
    }

    private static String say(EmbeddedRedis redis, String line) throws IOException {
        try (RedisWire wire = new RedisWire(redis.conf())) {
            return wire.say(line);
        }
    }

    private ProcessHandle process() throws IOException {
        long pid =
                Long.parseLong(Files.readString(folder().resolve("redis.pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void kill(ProcessHandle server) throws Exception {
        server.destroyForcibly();
        server.onExit().get(5, TimeUnit.SECONDS);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
