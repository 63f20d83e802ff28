package org.dabyl.organiser;

import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** An organiser who is one no longer, by their own wish: nothing is kept of what they were. */
@Component
public class SteppingDown {

    private static final Script<Long> STEP_DOWN = Script.beside(SteppingDown.class, "stepdown.lua", Long.class);

    private final StringRedisTemplate redis;
    private final Invitations invitations;
    private final Suspensions suspensions;

    SteppingDown(StringRedisTemplate redis, Invitations invitations, Suspensions suspensions) {
        this.redis = redis;
        this.invitations = invitations;
        this.suspensions = suspensions;
    }

    /** Ends their right, their links and their wishes; doing it again does no harm. */
    public void end(Organiser organiser) {
        STEP_DOWN.run(
                redis,
                List.of(Organisers.KEY, OrganiserNumbers.KEY, Readers.KEY, Organisers.SUSPENDED),
                organiser.address().chat().value());
        invitations.revoke(organiser);
        suspensions.forget(organiser);
    }
}
