package org.dabyl;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The program: one process of the bot, or the rehearsal where no token is set. */
// two packages may each have their own Texts
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Dabyl {

    static void main(String[] args) {
        SpringApplication.run(Dabyl.class, args);
    }
}
