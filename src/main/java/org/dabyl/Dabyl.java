package org.dabyl;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program: one process of the bot, or the rehearsal where no token is set. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Dabyl {

    static void main(String[] args) {
        SpringApplication.run(Dabyl.class, args);
    }
}
