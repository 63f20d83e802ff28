package org.dabyl.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.dabyl.Dabyl;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/** The program as a process of its own with a clock that a test moves: as far ahead of the machine's as a file says. */
public final class MovedProgram {

    /** The environment variable that names the file, which holds a duration such as {@code PT5M}. */
    static final String FILE = "DABYL_MOVED_CLOCK";

    private MovedProgram() {}

    public static void main(String[] arguments) {
        SpringApplication program = new SpringApplication(Dabyl.class, Clocks.class);
        // it says that it has started as the program does
        program.setMainApplicationClass(Dabyl.class);
        program.run(arguments);
    }

    /** Without {@code @Configuration}, so that the component scan of tests that run the program in their own process passes it over. */
    static final class Clocks {

        @Bean
        Clock movedClock() {
            return new Ahead(Path.of(Objects.requireNonNull(System.getenv(FILE))));
        }
    }

    private static final class Ahead extends Clock {

        private final Path file;

        Ahead(Path file) {
            this.file = file;
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now().plus(Duration.parse(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
