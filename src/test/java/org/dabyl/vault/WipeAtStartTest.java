package org.dabyl.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dabyl.store.Erasure;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What a start finds of a wipe: one that was cut off is finished, one that was missed is made up for, one that is done stays done. */
@ExtendWith(TestRedis.class)
class WipeAtStartTest {

    @TempDir
    Path folder;

    private final StringRedisTemplate redis = TestRedis.template();
    private Path file = Path.of("");
    private WipeMark mark = new WipeMark(file);

    @BeforeEach
    void aProgramThatRanHere() {
        file = folder.resolve("keyset.json");
        mark = new WipeMark(file);
        open();
        redis.opsForHash().put("{7}:supporters", "sealed", "kk|x");
        redis.opsForValue().set("{dabyl}:alert-number", "3");
        redis.opsForValue().set("somebody:else", "stays");
    }

    @Test
    void oneThatWasCutOffBeforeTheKeysWereGoneIsFinished() {
        mark.begin(Wipe.token(open()));

        assertWiped();
        assertThat(redis.opsForSet().size(Wipe.WIPED)).isEqualTo(1);
    }

    @Test
    void oneThatWasCutOffAfterTheKeysWereGoneIsFinished() {
        mark.begin(Wipe.token(open()));
        mark.destroyKeys();

        assertWiped();
    }

    @Test
    void oneThatWasCutOffInTheMiddleOfTheKeysIsFinished() throws IOException {
        mark.begin(Wipe.token(open()));
        Files.writeString(file, "half overwritten");

        assertWiped();
    }

    @Test
    void oneThatThisInstanceMissedIsMadeUpFor() {
        redis.opsForSet().add(Wipe.WIPED, Wipe.token(open()));

        assertWiped();
    }

    @Test
    void thatOfAnotherKeysetIsNoneOfOurs() {
        redis.opsForSet().add(Wipe.WIPED, Wipe.token(TestVault.create()));

        open();
        assertThat(file).exists();
        assertThat(mark.isThere()).isFalse();
    }

    @Test
    void nothingBeginsAnewByItself() {
        mark.begin("");
        assertWiped();
        assertWiped();
    }

    @Test
    void onceTheMarkIsRemovedEverythingBeginsFromNothingWithNewKeys() throws IOException {
        String before = Wipe.token(open());
        mark.begin(before);
        assertWiped();

        Files.delete(mark.file());

        assertThat(Wipe.token(open())).isNotEqualTo(before);
    }

    @Test
    void onTheMachineTheKeysGoWithoutRedis() {
        assertThat(Wipe.destroyKeys(file).found()).isTrue();

        assertThat(file).doesNotExist();
        assertThat(mark.isThere()).isTrue();
        assertThat(mark.isDone()).isFalse();
        assertThat(Wipe.destroyKeys(folder.resolve("elsewhere.json"))).isEqualTo(Wipe.Keys.NONE);
        assertThat(folder.resolve("elsewhere.json.wiped")).doesNotExist();
    }

    @Test
    void whereTheDiskTakesNoMarkAndRedisIsFullKeysAndDataGoAllTheSame() {
        redis.delete(Lock.PROOF);
        // with .wiped behind it the name is longer than a disk takes
        file = folder.resolve("k".repeat(250));
        String token = Wipe.token(open());

        TestRedis.full(() -> {
            Wipe.Keys keys = Wipe.destroyKeys(file);
            assertThat(keys).isEqualTo(new Wipe.Keys(true, token, true));
            assertThat(file).doesNotExist();
            assertThatExceptionOfType(KeysetRefused.class)
                    .as("what is cut off here")
                    .isThrownBy(this::open);
            Wipe.erase(file, keys, Erasure.with(redis));
        });

        assertThat(new WipeMark(file).isThere()).isFalse();
        assertThat(redis.keys("*")).containsExactlyInAnyOrder(Wipe.WIPED, "somebody:else");
        assertThat(redis.opsForSet().members(Wipe.WIPED)).containsExactly(token);
        assertThat(redis.getExpire(Wipe.WIPED)).isPositive();
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }

    @Test
    void aFileThatCannotBeDestroyedSparesNoOtherAndIsSaid() throws IOException {
        Files.move(file, Keyset.next(file));
        Files.createDirectories(file.resolve("in the way"));

        assertThat(Wipe.destroyKeys(file).gone()).isFalse();
        assertThat(Keyset.next(file)).doesNotExist();
    }

    @Test
    void keysThatAreLetGoOfOpenNothing() {
        Vault vault = open();
        SealedId sealed = vault.seal(new ChatId(42));
        vault.forget();

        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.open(sealed));
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> vault.seal("text", "here"));
    }

    private void assertWiped() {
        assertThatExceptionOfType(Wiped.class).isThrownBy(this::open).satisfies(wiped -> assertThat(wiped.advice())
                .contains(mark.file().toString()));
        assertThat(file).doesNotExist();
        assertThat(mark.isDone()).isTrue();
        assertThat(redis.keys("*")).isSubsetOf(Wipe.WIPED, "somebody:else").contains("somebody:else");
    }

    private Vault open() {
        return new Lock(redis, file).open();
    }
}
