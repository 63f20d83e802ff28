package org.dabyl;

import java.util.Arrays;
import org.dabyl.panic.PanicProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The program: one process of the bot, or the rehearsal where no token is set; or a command that does one thing and ends. */
// two packages may each have their own Texts
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Dabyl {

    static void main(String[] args) {
        if (args.length > 0 && args[0].equals(RotateKeys.NAME)) {
            RotateKeys.run(Arrays.copyOfRange(args, 1, args.length));
        } else if (args.length > 0 && args[0].equals(PanicProgram.NAME)) {
            System.exit(PanicProgram.run(Arrays.copyOfRange(args, 1, args.length)));
        } else {
            SpringApplication.run(Dabyl.class, args);
        }
    }
}
