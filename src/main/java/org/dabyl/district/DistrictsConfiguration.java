package org.dabyl.district;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the districts of the file in {@code dabyl.districts}, or the built-in ones where it is not set. */
@Configuration(proxyBeanMethods = false)
class DistrictsConfiguration {

    @Bean
    Districts districts(@Value("${dabyl.districts:}") String file) {
        return file.isBlank() ? Districts.builtIn() : Districts.read(Path.of(file.strip()));
    }
}
