package org.dabyl.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.dabyl.store.PrivateFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys of a {@link Vault}, in a file of their own: JSON with one Tink keyset for ids and one for texts.
 *
 * @param ids AES-SIV without prefix, so that sealed ids are short
 * @param texts AES-GCM
 */
record Keyset(KeysetHandle ids, KeysetHandle texts) {

    private static final int SIV_KEY_BYTES = 64;
    private static final JsonMapper JSON = JsonMapper.shared();

    static {
        try {
            AeadConfig.register();
            DeterministicAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Reads the keys.
     *
     * @throws KeysetRefused where others may read the file, or it cannot be read, or is damaged
     */
    static Keyset read(Path file) {
        try {
            if (Files.isRegularFile(file) && PrivateFiles.isOpenToOthers(file)) {
                throw KeysetRefused.open(file);
            }
            if (Files.isRegularFile(file) && PrivateFiles.isOfAnother(file)) {
                throw KeysetRefused.ofAnother(file);
            }
        } catch (IOException e) {
            throw KeysetRefused.unreadable(file, reason(e));
        }
        return readAnyway(file);
    }

    /**
     * The same, whoever else may read them: for destroying them.
     *
     * @throws KeysetRefused where the file cannot be read, or is damaged
     */
    static Keyset readAnyway(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw KeysetRefused.unreadable(file, "it is not a plain file");
            }
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw KeysetRefused.unreadable(file, reason(e));
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            // the cause could quote the file
            throw KeysetRefused.malformed(file);
        }
    }

    /**
     * Makes new keys and writes them down; reads them where another process was faster.
     *
     * @throws KeysetRefused where the file cannot be written
     */
    static Keyset create(Path file) {
        try {
            Keyset keyset = new Keyset(generate(siv()), generate(PredefinedAeadParameters.AES256_GCM));
            PrivateFiles.folder(file.toAbsolutePath().resolveSibling(""));
            PrivateFiles.create(file, keyset.json());
            return keyset;
        } catch (FileAlreadyExistsException e) {
            if (Files.exists(file)) {
                return read(file);
            }
            throw KeysetRefused.notCreated(file, reason(e));
        } catch (IOException e) {
            throw KeysetRefused.notCreated(file, reason(e));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the keys lie that are to replace those of the file. */
    static Path next(Path file) {
        return file.toAbsolutePath().resolveSibling(file.getFileName() + ".next");
    }

    /**
     * Puts the next keys in place of the file's, which are overwritten: no other file holds them after this.
     *
     * @throws KeysetRefused where that cannot be done
     */
    static void replace(Path file) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE);
                FileChannel names = FileChannel.open(folder)) {
            Files.move(next(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            names.force(true);
            // nameless now; a disk that writes elsewhere keeps what it had, like every copy that somebody made
            old.write(ByteBuffer.allocate((int) old.size()));
            old.force(true);
        } catch (IOException e) {
            throw KeysetRefused.notCreated(file, reason(e));
        }
    }

    Vault vault() {
        try {
            return new Vault(
                    ids.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class),
                    texts.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Keyset parse(String json) throws GeneralSecurityException {
        JsonNode both = JSON.readTree(json);
        Keyset keyset = new Keyset(part(both, "ids"), part(both, "texts"));
        // tells at once where the keys are of another kind
        keyset.ids.getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
        keyset.texts.getPrimitive(RegistryConfiguration.get(), Aead.class);
        return keyset;
    }

    private static KeysetHandle part(JsonNode both, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(both.path(name).toString(), InsecureSecretKeyAccess.get());
    }

    private String json() throws GeneralSecurityException {
        return JSON.writeValueAsString(Map.of("ids", part(ids), "texts", part(texts))) + "\n";
    }

    private static JsonNode part(KeysetHandle keys) throws GeneralSecurityException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
    }

    private static KeysetHandle generate(Parameters kind) throws GeneralSecurityException {
        return KeysetHandle.generateNew(kind);
    }

    private static Parameters siv() throws GeneralSecurityException {
        return AesSivParameters.builder()
                .setKeySizeBytes(SIV_KEY_BYTES)
                .setVariant(AesSivParameters.Variant.NO_PREFIX)
                .build();
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replaceAll("Exception$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }
}
