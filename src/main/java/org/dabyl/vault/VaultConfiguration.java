package org.dabyl.vault;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Provides the vault: keys from the file {@code dabyl.keyset}, by default {@code keyset.json} in the folder {@code dabyl.data}. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Vault vault(
            StringRedisTemplate redis,
            @Value("${dabyl.keyset:}") String keyset,
            @Value("${dabyl.data:data}") String data) {
        return new Lock(redis, file(keyset, data)).open();
    }

    static Path file(String keyset, String data) {
        return keyset.isBlank() ? Path.of(data.strip(), "keyset.json") : Path.of(keyset.strip());
    }
}
