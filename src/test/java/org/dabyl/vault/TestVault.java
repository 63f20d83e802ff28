package org.dabyl.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** A vault with keys of its own, kept nowhere. */
public final class TestVault {

    private TestVault() {}

    /** The vault of a program that runs in another process. */
    public static Vault open(Path keyset) {
        return Keyset.read(keyset).vault();
    }

    /** A vault that opens nothing that another one sealed. */
    public static Vault create() {
        try {
            AeadConfig.register();
            DeterministicAeadConfig.register();
            var raw = AesSivParameters.builder()
                    .setKeySizeBytes(64)
                    .setVariant(AesSivParameters.Variant.NO_PREFIX)
                    .build();
            return new Vault(
                    KeysetHandle.generateNew(raw).getPrimitive(RegistryConfiguration.get(), DeterministicAead.class),
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                            .getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
