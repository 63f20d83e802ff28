package org.dabyl.vault;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.dabyl.store.Erasure;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Sees to it that the keys fit the database, before anything is sealed with them.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{@code {dabyl}:keyset-proof}</td><td>string</td><td>a sealed number, sealed again as a text</td><td>that of the database</td></tr>
 * </table>
 */
final class Lock {

    static final String PROOF = "{dabyl}:keyset-proof";

    private final StringRedisTemplate redis;
    private final Path file;

    Lock(StringRedisTemplate redis, Path file) {
        this.redis = redis;
        this.file = file;
    }

    /**
     * Opens the vault of this database, with new keys where neither keys nor data exist yet.
     *
     * @throws KeysetRefused where the keys are missing, unusable or those of another database
     * @throws Wiped where everything was wiped; what a wipe that was cut off, or that this instance missed, left here, is gone by then
     */
    Vault open() {
        if (new WipeMark(file).isThere()) {
            throw wiped();
        }
        Vault vault = keyset().vault();
        if (Boolean.TRUE.equals(redis.opsForSet().isMember(Wipe.WIPED, Wipe.token(vault)))) {
            throw wiped();
        }
        // of two instances that start an empty database with different keys, the second is refused
        redis.opsForValue().setIfAbsent(PROOF, proof(vault));
        if (!fits(vault)) {
            throw Files.exists(Keyset.next(file))
                            && fits(Keyset.read(Keyset.next(file)).vault())
                    ? KeysetRefused.unfinished()
                    : KeysetRefused.foreign(file);
        }
        return vault;
    }

    private Wiped wiped() {
        WipeMark mark = new WipeMark(file);
        if (!mark.isDone()) {
            Wipe.erase(file, Wipe.destroyKeys(file), Erasure.with(redis));
        }
        return new Wiped(mark.file());
    }

    private Keyset keyset() {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Keyset.read(file);
        }
        if (redis.hasKey(PROOF)) {
            // new keys would hide the loss, and what is stored would never open again
            throw KeysetRefused.missing(file);
        }
        return Keyset.create(file);
    }

    /** Whether the keys are those of this database. */
    boolean fits(Vault vault) {
        String proof = redis.opsForValue().get(PROOF);
        return proof != null && opens(vault, proof);
    }

    /** From here on the database belongs to these keys. */
    void belongTo(Vault vault) {
        redis.opsForValue().set(PROOF, proof(vault));
    }

    private static String proof(Vault vault) {
        return vault.seal(vault.sealNumber(1, PROOF), PROOF);
    }

    private static boolean opens(Vault vault, String proof) {
        try {
            return vault.openNumber(vault.open(proof, PROOF), PROOF) == 1;
        } catch (SealBroken e) {
            return false;
        }
    }
}
