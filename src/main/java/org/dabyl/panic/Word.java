package org.dabyl.panic;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The word that lets an owner wipe alone, kept as a slow hash with a salt.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:panic-word</td><td>string</td><td>iterations, salt and PBKDF2 of the word</td><td>until another is set</td></tr>
 * </table>
 */
@Component
public final class Word {

    /** Fewer characters are soon guessed by whoever holds a copy of the database. */
    public static final int SHORTEST = 8;

    /** OWASP's number for PBKDF2 with HMAC-SHA512 (Password Storage Cheat Sheet, 2023). */
    private static final int ITERATIONS = 210_000;

    private static final String KEY = "{dabyl}:panic-word";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final StringRedisTemplate redis;
    private final SecureRandom random = new SecureRandom();

    Word(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Takes the place of any word before. */
    public void set(String word) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        HexFormat text = HexFormat.of();
        redis.opsForValue()
                .set(KEY, ITERATIONS + "$" + text.formatHex(salt) + "$" + text.formatHex(hash(word, salt, ITERATIONS)));
    }

    /** Whether this is the word; false also where none is set. */
    public boolean is(String word) {
        String kept = redis.opsForValue().get(KEY);
        if (kept == null) {
            return false;
        }
        String[] parts = kept.split("\\$", -1);
        HexFormat text = HexFormat.of();
        byte[] hash = hash(word, text.parseHex(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(text.parseHex(parts[2]), hash);
    }

    private static byte[] hash(String word, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(word.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}
