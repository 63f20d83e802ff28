package org.dabyl.vault;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dabyl.store.Clients;
import org.dabyl.store.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Gives the database new keys, while the program is stopped.
 *
 * <p>The next keys lie beside the file until all is done. First everything is read: what opens with no key stops the rotation before
 * anything is changed. Then the proof of the keyset is set to the next keys, after which no program starts, and everything is sealed
 * anew, until a whole walk finds nothing to change. Only when Redis has that on its disk, and the old seals off it, do the next keys
 * replace the file. Cut off anywhere, it is run again and goes on: both keysets are there until the end.
 */
public final class Rotation {

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

    private final StringRedisTemplate redis;
    private final Clients clients;
    private final Disk disk;
    private final List<SealedTogether> together;
    private final Path file;

    @Autowired
    Rotation(
            StringRedisTemplate redis,
            Clients clients,
            Disk disk,
            List<SealedTogether> together,
            @Value("${dabyl.keyset:}") String keyset,
            @Value("${dabyl.data:data}") String data) {
        this(redis, clients, disk, together, VaultConfiguration.file(keyset, data));
    }

    Rotation(StringRedisTemplate redis, Clients clients, Disk disk, List<SealedTogether> together, Path file) {
        this.redis = redis;
        this.clients = clients;
        this.disk = disk;
        this.together = together;
        this.file = file;
    }

    /**
     * Rotates, or goes on with a rotation that was cut off.
     *
     * @throws KeysetRefused where the program runs, or the keys or the database are not right; nothing was changed
     */
    public void run() {
        refuseCompany();
        Lock lock = new Lock(redis, file);
        if (!redis.hasKey(Lock.PROOF)) {
            throw KeysetRefused.nothingSealed();
        }
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw KeysetRefused.missing(file);
        }
        Vault old = Keyset.read(file).vault();
        Vault next = next();
        if (!lock.fits(next)) {
            begin(lock, old, next);
        }
        LOG.info("Everything is sealed anew. Should this be cut off, run it again: nobody is lost.");
        for (long left = pass(old, next, true); left > 0; left = pass(old, next, true)) {
            LOG.info("{} entries are sealed anew.", left);
        }
        disk.settle();
        Keyset.replace(file);
        LOG.info(
                "The keys are new, and the old ones are destroyed. Destroy every copy of the old file, and keep one of the new.");
    }

    private void begin(Lock lock, Vault old, Vault next) {
        if (!lock.fits(old)) {
            throw KeysetRefused.foreign(file);
        }
        pass(old, next, false);
        lock.belongTo(next);
        try {
            // one that started in the meantime had the old keys; from here on none does
            refuseCompany();
        } catch (KeysetRefused e) {
            lock.belongTo(old);
            throw e;
        }
    }

    private long pass(Vault old, Vault next, boolean write) {
        Set<String> apart =
                together.stream().flatMap(each -> each.keys().stream()).collect(Collectors.toSet());
        apart.add(Lock.PROOF);
        return new Rewriting(redis, new Resealing(old, next), apart).pass(write)
                + together.stream()
                        .mapToLong(each -> each.anew(old, next, write))
                        .sum();
    }

    private void refuseCompany() {
        if (clients.anotherProgram()) {
            throw KeysetRefused.inUse();
        }
    }

    /** Made once; after a rotation that was cut off, those that it began with. */
    private Vault next() {
        Path next = Keyset.next(file);
        if (Files.notExists(next, LinkOption.NOFOLLOW_LINKS)) {
            return Keyset.create(next).vault();
        }
        return Keyset.read(next).vault();
    }
}
