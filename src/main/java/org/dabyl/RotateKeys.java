package org.dabyl;

import java.util.Arrays;
import java.util.stream.Stream;
import org.dabyl.organiser.ActsAnew;
import org.dabyl.store.Clients;
import org.dabyl.vault.Rotation;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The command {@code java -jar dabyl.jar rotate-keys}: the settings of the program, its Redis and its keyset, and nothing else of it. */
@ComponentScan(basePackageClasses = Clients.class)
@Import({Rotation.class, ActsAnew.class})
@ImportAutoConfiguration(DataRedisAutoConfiguration.class)
public class RotateKeys {

    static final String NAME = "rotate-keys";

    /**
     * Rotates the keys and returns.
     *
     * @param arguments settings, written {@code --dabyl.keyset=…}
     */
    public static void run(String... arguments) {
        // of another name than the program's, and of its own: two would find each other
        String name =
                Clients.PROGRAM + "-" + NAME + "-" + ProcessHandle.current().pid();
        new SpringApplicationBuilder(RotateKeys.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(Arrays.stream(arguments), Stream.of("--spring.data.redis.client-name=" + name))
                        .toArray(String[]::new))
                .close();
    }

    @Bean
    ApplicationRunner rotate(Rotation rotation) {
        return arguments -> rotation.run();
    }
}
