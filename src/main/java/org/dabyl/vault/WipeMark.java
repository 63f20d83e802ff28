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

    /** Begins; a wipe that was begun goes on with its token. */
    void begin(String token) {
        if (!isThere()) {
            write(BEGUN, token);
        }
    }

    void done() {
        write(DONE, "");
    }

    /** Overwrites the keys, and those of a rotation that was cut off, and deletes their files; harmless where there is none. */
    void destroyKeys() {
        try {
            destroy(keyset);
            destroy(Keyset.next(keyset));
            sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void destroy(Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            overwrite(file);
        }
        Files.deleteIfExists(file);
    }

    /** Where the disk writes anew elsewhere, as flash memory does, the old bytes lie there until it uses them again. */
    private static void overwrite(Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] noise = new byte[Math.toIntExact(out.size())];
            new SecureRandom().nextBytes(noise);
            ByteBuffer bytes = ByteBuffer.wrap(noise);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private void write(String state, String token) {
        try {
            PrivateFiles.replace(file(), state + "\n" + token + "\n");
            sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
