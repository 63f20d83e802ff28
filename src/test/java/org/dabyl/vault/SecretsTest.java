package org.dabyl.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path temp;

    @Test
    void theFirstRunMakesFilesForTheOwnerAlone() throws IOException {
        Path folder = temp.resolve("secrets");

        new Secrets(folder).make();

        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("keyset.json", "redis-password");
        assertThat(Files.readString(folder.resolve("redis-password"))).matches("[0-9a-f]{64}");
        for (String name : new String[] {"keyset.json", "redis-password"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(Keyset.read(folder.resolve("keyset.json")).vault()).isNotNull();
    }

    @Test
    void anotherRunKeepsWhatIsThere() throws IOException {
        new Secrets(temp).make();
        String keyset = Files.readString(temp.resolve("keyset.json"));
        String password = Files.readString(temp.resolve("redis-password"));

        new Secrets(temp).make();

        assertThat(temp.resolve("keyset.json")).hasContent(keyset);
        assertThat(temp.resolve("redis-password")).hasContent(password);
    }

    @Test
    void whereNobodyIsThereToAnswerTheTokenIsNotAskedFor() throws Exception {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Secrets.class.getName(),
                        temp.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        program.getOutputStream().close();

        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        assertThat(temp.resolve("bot-token")).doesNotExist();
    }
}
