package org.dabyl.vault;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** Where the keyset file is by the settings. */
public final class KeysetFile {

    private KeysetFile() {}

    /** {@code dabyl.keyset}, or {@code keyset.json} in the folder {@code dabyl.data}. */
    public static Path of(Environment settings) {
        return VaultConfiguration.file(
                settings.getProperty("dabyl.keyset", ""), settings.getProperty("dabyl.data", "data"));
    }
}
