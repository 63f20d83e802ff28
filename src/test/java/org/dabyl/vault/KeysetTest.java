package org.dabyl.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

@ExtendWith(TestRedis.class)
class KeysetTest {

    private static final ChatId CHAT = new ChatId(4_711);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aFileThatIsNotThere() {
        file = folder.resolve("data/keyset.json");
    }

    @Test
    void theFirstStartMakesKeysForTheOwnerAlone() throws IOException {
        open();

        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("data"))).isEqualTo("rwx------");
        assertThat(folder.resolve("data").toFile().list()).containsExactly("keyset.json");
    }

    @Test
    void theNextStartOpensWhatTheFirstSealed() {
        Vault first = open();
        Vault next = open();

        assertThat(next.open(first.seal(CHAT))).isEqualTo(CHAT);
        assertThat(next.seal(CHAT)).isEqualTo(first.seal(CHAT));
        assertThat(next.open(first.seal("text", "{here}"), "{here}")).isEqualTo("text");
    }

    @Test
    void aLostFileIsNotReplacedWhereTheDatabaseIsSealed() throws IOException {
        open();
        Files.delete(file);

        assertRefusal("there is none at", "start with an empty database");
        assertThat(file).doesNotExist();
    }

    @Test
    void theKeysOfAnotherDatabaseAreRefused() throws IOException {
        open();
        Files.delete(file);
        Keyset.create(file);

        assertRefusal("does not open this database", "DABYL_KEYSET");
    }

    @Test
    void goodIdsWithForeignTextsAreRefusedToo() throws IOException {
        Vault vault = open();
        TestRedis.template()
                .opsForValue()
                .set(Lock.PROOF, vault.seal(TestVault.create().sealNumber(1, Lock.PROOF), Lock.PROOF));

        assertRefusal("does not open this database", "DABYL_KEYSET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void aFileThatOthersMayUseIsRefused(String mode) throws IOException {
        open();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertRefusal("may be read by others", "chmod 600 " + file);
    }

    /** Only root reads a file of mode 600 that is another's. */
    @Test
    void aFileOfAnotherUserIsRefusedAndCanBeWipedAllTheSame() throws IOException {
        assumeThat(new UnixSystem().getUid()).isZero();
        open();
        String token = Wipe.token(Keyset.read(file).vault());
        Files.setAttribute(file, "unix:uid", 65_534);

        assertRefusal("belongs to another user", "chown $(id -u) " + file);
        assertThat(Wipe.destroyKeys(file).token()).isEqualTo(token);
        assertThat(file).doesNotExist();
    }

    @Test
    void aReadOnlyFileOfTheOwnerIsFine() throws IOException {
        open();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

        assertThat(open()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"ids\": {}, \"texts\": {}}", "{\"ids\": 1, \"texts\": null}"})
    void aDamagedFileIsRefused(String json) throws IOException {
        write(json);

        assertRefusal("is no keyset, or a damaged one", "good copy");
    }

    @Test
    void keysOfTheWrongKindAreRefused() throws IOException {
        open();
        String both = Files.readString(file);
        Files.delete(file);
        write(both.replace("\"ids\"", "\"x\"").replace("\"texts\"", "\"ids\"").replace("\"x\"", "\"texts\""));

        assertRefusal("is no keyset, or a damaged one", "good copy");
    }

    @Test
    void aFolderInPlaceOfTheFileIsRefused() throws IOException {
        Files.createDirectories(file);

        assertRefusal("it is not a plain file", "plain file");
    }

    @Test
    void aFileThatCannotBeCreatedIsReported() throws IOException {
        Files.writeString(folder.resolve("data"), "in the way");

        assertRefusal("cannot be created: File Already Exists", "write to its folder");
    }

    @Test
    void theMessageIsShownWithoutAStackTrace() throws IOException {
        write("{");
        KeysetRefused refused = refusal();

        assertThat(new KeysetRefusedAnalyzer().analyze(new IllegalStateException(refused)))
                .extracting(FailureAnalysis::getDescription, FailureAnalysis::getAction)
                .containsExactly(refused.getMessage(), refused.advice());
    }

    private Vault open() {
        return new Lock(TestRedis.template(), file).open();
    }

    private void assertRefusal(String sentence, String advice) {
        KeysetRefused refused = refusal();
        assertThat(refused).hasMessageContaining(sentence).hasMessageContaining(file.toString());
        assertThat(refused.advice()).contains(advice);
    }

    private KeysetRefused refusal() {
        return assertThatExceptionOfType(KeysetRefused.class)
                .isThrownBy(this::open)
                .actual();
    }

    private void write(String json) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, json);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
