package org.dabyl.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dabyl.store.Erasure;
import org.dabyl.store.Life;
import org.dabyl.store.RedisTrouble;
import org.dabyl.store.Script;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Destroys everything, for good: the keys of this instance first, then the data, then what the disk of Redis holds of it.
 *
 * <p>Ordered by a token in Redis that names the keyset and nobody else; every instance with these keys obeys, also one that starts
 * only later. Each erases the data again after it has stopped writing itself, so whatever one of them wrote in between goes with it.
 * Neither a full disk nor a full Redis, nor one that is away, keeps the keys from being destroyed.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>content</th><th>life</th></tr>
 * <tr><td>{dabyl}:wiped</td><td>set</td><td>tokens of keysets that were wiped; the only key that a wipe leaves</td><td>30 days</td></tr>
 * </table>
 */
public final class Wipe {

    /** The set of tokens. */
    public static final String WIPED = Erasure.SPARED;

    private static final Logger LOG = LoggerFactory.getLogger(Wipe.class);
    private static final Duration LIFE = Life.WIPED.time();
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Script<Long> TELL = Script.beside(Wipe.class, "wiped.lua", Long.class);

    private final WipeMark mark;
    private final StringRedisTemplate redis;
    private final Vault vault;
    private final String token;
    private final AtomicBoolean begun = new AtomicBoolean();

    /**
     * What a wipe found of the keys on this machine.
     *
     * @param found whether there were keys, or a wipe that was begun
     * @param token what tells other instances that have the same keys; empty where it could not be read
     * @param gone whether none is left
     */
    public record Keys(boolean found, String token, boolean gone) {

        /** What is not looked for yet. */
        public static final Keys NONE = new Keys(false, "", true);
    }

    Wipe(Path keyset, StringRedisTemplate redis, Vault vault) {
        this.mark = new WipeMark(keyset);
        this.redis = redis;
        this.vault = vault;
        this.token = token(vault);
    }

    /**
     * A digest of a number sealed for this purpose alone: the same for the same keys, and it tells nothing about them. No sealed value
     * itself, for those of other keys would stand in the way of a rotation.
     */
    static String token(Vault vault) {
        byte[] sealed = vault.sealNumber(1, WIPED).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sealed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What tells that the keys of this instance are to be wiped. */
    public String token() {
        return token;
    }

    /** Orders the wipe on every instance, and begins it here: the keys are gone when this returns. */
    public void order() {
        told(redis, token);
        begin();
    }

    /** Begins the wipe here, once, on a thread of its own; the keys are gone when this returns, and the program ends by itself. */
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            vault.forget();
            destroyKeys(mark, token);
            Thread.ofPlatform().name("wipe").start(this::finish);
        }
    }

    private static boolean destroyKeys(WipeMark mark, String token) {
        boolean gone = mark.destroyKeys(token);
        if (!gone) {
            LOG.error("The keyset file {} is not destroyed: delete it now. The data is being erased.", mark.keyset());
        }
        return gone;
    }

    private void finish() {
        // from now on whatever fails fails because of this
        LoggingSystem logging = LoggingSystem.get(Wipe.class.getClassLoader());
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        logging.setLogLevel("org.dabyl", LogLevel.OFF);
        logging.setLogLevel(Wipe.class.getName(), LogLevel.INFO);
        try (Erasure erasure = Erasure.insteadOf(redis)) {
            finish(mark, erasure, token);
        }
        System.exit(0);
    }

    /** Erases the data until it is done, however long Redis is away. */
    private static void finish(WipeMark mark, Erasure erasure, String token) {
        boolean said = false;
        while (!erase(erasure, token, said)) {
            said = true;
            pause();
        }
        markDone(mark);
        LOG.warn("Everything was wiped: the keys, the data, and what was on the disk of Redis. The program ends.");
    }

    private static boolean erase(Erasure erasure, String token, boolean said) {
        try {
            erase(erasure, token);
            return true;
        } catch (RuntimeException e) {
            if (!said) {
                LOG.error(
                        "The keys are destroyed. The data is not erased yet, and is tried on: {}",
                        RedisTrouble.words(e));
            }
            return false;
        }
    }

    private static void erase(Erasure erasure, String token) {
        boolean told = told(erasure.redis(), token);
        erasure.run();
        if (!told) {
            tell(erasure.redis(), token);
        }
    }

    private static void markDone(WipeMark mark) {
        if (!mark.done() && !mark.isThere()) {
            LOG.warn(
                    "The disk does not take the mark {}: a start would begin from nothing, with new keys.",
                    mark.file());
        }
    }

    /** Whether the others are told; where Redis refuses or is away, nothing waits for that. */
    private static boolean told(StringRedisTemplate redis, String token) {
        try {
            tell(redis, token);
            return true;
        } catch (RuntimeException e) {
            // they are told before the data is erased, or after
            return false;
        }
    }

    private static void tell(StringRedisTemplate redis, String token) {
        if (!token.isEmpty()) {
            TELL.run(redis, List.of(WIPED), token, LIFE.toMillis());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The keys alone, before anything else is asked of this machine. */
    public static Keys destroyKeys(Path keyset) {
        WipeMark mark = new WipeMark(keyset);
        boolean begun = mark.isThere();
        if (!begun && !Files.exists(keyset)) {
            return Keys.NONE;
        }
        String token = begun ? mark.token() : tokenOf(keyset);
        return new Keys(true, token, destroyKeys(mark, token));
    }

    /** The data, after {@link #destroyKeys(Path)}; then the wipe is marked as done, where it began here. */
    public static void erase(Path keyset, Keys keys, Erasure erasure) {
        erase(erasure, keys.token());
        if (keys.found()) {
            markDone(new WipeMark(keyset));
        }
    }

    /** Whether the database holds anything of ours. */
    public static boolean holdsData(StringRedisTemplate redis) {
        return redis.hasKey(Lock.PROOF);
    }

    private static String tokenOf(Path keyset) {
        try {
            return token(Keyset.readAnyway(keyset).vault());
        } catch (KeysetRefused e) {
            // unreadable keys are destroyed all the same; other instances that share them are not told
            return "";
        }
    }
}
