package org.dabyl.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what the steps of a shift are about. */
@Component
public class Starts {

    /** What comes so much late, because the program was away, is left out: nobody can begin an hour ago. */
    private static final Duration LATEST = Duration.ofMinutes(30);

    private final Rota rota;
    private final Clock clock;

    Starts(Rota rota, Clock clock) {
        this.rota = rota;
        this.clock = clock;
    }

    /** One begin of a shift. */
    public record Start(Shift shift, Instant at) {}

    /** What a step's subject names; empty where the shift was given up, or its begin is long past. */
    public Optional<Start> open(String subject) {
        int at = subject.indexOf('@');
        Instant start = Instant.ofEpochMilli(Long.parseLong(subject.substring(at + 1)));
        return rota.find(subject.substring(0, at))
                .filter(shift -> clock.instant().isBefore(start.plus(LATEST)))
                .map(shift -> new Start(shift, start));
    }
}
