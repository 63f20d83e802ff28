package org.dabyl.organiser;

import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * The time in which an organiser whom another one appointed is no half of two: who seizes one phone could make a second organiser of
 * the next one, and agree with themselves. The others are told at once of who is new, and have that time to cut them off. Whom the
 * owner invited counts at once.
 */
@Component
public class Probation {

    private static final int MINUTES = 60;

    private final ProbationSettings settings;
    private final Clock clock;

    Probation(ProbationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the organiser does not count as one of two yet. */
    public boolean on(Organiser organiser) {
        return clock.instant().isBefore(organiser.newSince().plus(settings.probation()));
    }

    /** How long it takes. */
    public long hours() {
        return (settings.probation().toMinutes() + MINUTES - 1) / MINUTES;
    }
}
