package org.dabyl.vault;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.dabyl.store.Clients;
import org.dabyl.store.Disk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The command {@code java -jar dabyl.jar rotate-keys}: the settings of the program, its Redis and its keyset, and nothing else of it. */
@ComponentScan(basePackageClasses = Clients.class)
@ImportAutoConfiguration(DataRedisAutoConfiguration.class)
public class RotateKeys {

    public static final String NAME = "rotate-keys";

    /**
     * Rotates the keys and returns.
     *
     * @param arguments settings, written {@code --dabyl.keyset=…}
     */
    public static void run(String... arguments) {
        String name = "--spring.data.redis.client-name=" + Clients.PROGRAM + "-" + NAME + "-"
                + ProcessHandle.current().pid();
        new SpringApplicationBuilder(RotateKeys.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(Arrays.stream(arguments), Stream.of(name)).toArray(String[]::new))
                .close();
    }

    @Bean
    ApplicationRunner rotation(
            StringRedisTemplate redis,
            Clients clients,
            Disk disk,
            @Value("${dabyl.keyset:}") String keyset,
            @Value("${dabyl.data:data}") String data) {
        Path file = VaultConfiguration.file(keyset, data);
        return arguments -> new Rotation(redis, clients, disk, file).run();
    }
}
