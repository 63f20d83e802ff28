package org.dabyl.vault;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Provides the vault: keys from the file {@code dabyl.keyset}, by default {@code keyset.json} in the folder {@code dabyl.data}. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Vault vault(StringRedisTemplate redis, Environment settings) {
        return new Lock(redis, KeysetFile.of(settings)).open();
    }

    @Bean
    Wipe wipe(StringRedisTemplate redis, Environment settings, Vault vault) {
        return new Wipe(KeysetFile.of(settings), redis, vault);
    }

    static Path file(String keyset, String data) {
        return keyset.isBlank() ? Path.of(data.strip(), "keyset.json") : Path.of(keyset.strip());
    }
}
