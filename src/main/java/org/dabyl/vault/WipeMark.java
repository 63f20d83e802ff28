package org.dabyl.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import org.dabyl.store.PrivateFiles;

/**
 * The mark beside the keyset file that it is being wiped, or was. It is on the disk before the first byte of the keys is destroyed,
 * so a wipe that was cut off is finished whatever happens; and it stays, so that nothing begins anew by itself.
 *
 * <p>The keys do not wait for it: a disk that takes no new file, for it is full or closed, lets them be overwritten all the same, and
 * then perhaps has room. While there is no mark, a kill brings nothing back either, for a start refuses keys that are half
 * overwritten, and data without keys. But no start finishes that wipe by itself, and one after its end begins from nothing.
 *
 * @param keyset the keyset file
 */
public record WipeMark(Path keyset) {

    private static final String BEGUN = "wiping";
    private static final String DONE = "wiped";

    /** The file: its name is that of the keyset file with {@code .wiped} behind it. */
    public Path file() {
        return keyset.resolveSibling(keyset.getFileName() + ".wiped");
    }

    /** Whether a wipe was begun here, and perhaps finished. */
    public boolean isThere() {
        return Files.exists(file(), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether the wipe was finished. */
    public boolean isDone() {
        return isThere() && lines().getFirst().equals(DONE);
    }

    /** What tells other instances that their keyset, the same as here, is wiped; empty where it could not be read. */
    String token() {
        return isThere() && lines().size() > 1 ? lines().get(1) : "";
    }

    /** Begins, and whether the disk took the mark; a wipe that was begun goes on with its token. */
    boolean begin(String token) {
        return isThere() || write(BEGUN, token);
    }

    /** Whether the disk took that it is done. */
    boolean done() {
        return write(DONE, "");
    }

    /** Begins where the disk lets it, and destroys the keys in any case; whether none is left. */
    boolean destroyKeys(String token) {
        boolean marked = begin(token);
        boolean gone = destroyKeys();
        if (!marked) {
            begin(token);
        }
        return gone;
    }

    /**
     * Overwrites the keys, and those of a rotation that was cut off, and deletes their files; harmless where there is none.
     *
     * @return whether none is left
     */
    boolean destroyKeys() {
        boolean gone = destroy(keyset);
        return destroy(Keyset.next(keyset)) && gone;
    }

    private boolean destroy(Path file) {
        boolean overwritten = overwrite(file);
        try {
            Files.deleteIfExists(file);
            sync();
            return true;
        } catch (IOException e) {
            // where the folder lets nothing go, what stays holds no key any more
            return overwritten;
        }
    }

    /** Where the disk writes anew elsewhere, as flash memory does, the old bytes lie there until it uses them again. */
    private static boolean overwrite(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[Math.toIntExact(out.size())];
            new SecureRandom().nextBytes(noise);
            ByteBuffer bytes = ByteBuffer.wrap(noise);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean write(String state, String token) {
        try {
            PrivateFiles.replace(file(), state + "\n" + token + "\n");
            sync();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sync() throws IOException {
        PrivateFiles.sync(keyset.toAbsolutePath().resolveSibling(""));
    }
}
