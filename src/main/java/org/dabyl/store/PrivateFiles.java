package org.dabyl.store;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and folders that only the owner may read: 0600 and 0700.
 *
 * <p>Where the system knows no such modes (Windows), they have those of their folder.
 */
public final class PrivateFiles {

    private static final boolean MODES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] FOLDER = MODES
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PrivateFiles() {}

    /** Creates the folder, and those above it, where they are missing; one that exists keeps its mode. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, FOLDER);
    }

    /**
     * Creates a file that is never seen half written.
     *
     * @throws FileAlreadyExistsException where it exists; it is left as it is
     */
    public static void create(Path file, String text) throws IOException {
        Path draft = draft(file, text);
        try {
            // a move would replace what another process has created meanwhile
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Creates or replaces a file, seen either old or new. */
    public static void replace(Path file, String text) throws IOException {
        Path draft = draft(file, text);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Returns when what was created, replaced or deleted in the folder is so on the disk as well. */
    public static void sync(Path folder) throws IOException {
        // elsewhere a folder cannot be opened, and the system sees to it
        if (MODES) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    /** Whether anyone but the owner may do anything with the file. */
    public static boolean isOpenToOthers(Path file) throws IOException {
        return MODES && !OWNERS.containsAll(Files.getPosixFilePermissions(file));
    }

    /** Whether another user owns the file, who may read it whatever its mode: of those who are met here only root reads it too. */
    public static boolean isOfAnother(Path file) throws IOException {
        return MODES && ((Number) Files.getAttribute(file, "unix:uid")).longValue() != new UnixSystem().getUid();
    }

    private static Path draft(Path file, String text) throws IOException {
        // created 0600 by the JDK
        Path draft = Files.createTempFile(file.toAbsolutePath().resolveSibling(""), ".", ".new");
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        } catch (IOException e) {
            // a full disk keeps no half of it
            Files.deleteIfExists(draft);
            throw e;
        }
        return draft;
    }
}
