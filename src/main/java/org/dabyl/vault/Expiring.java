package org.dabyl.vault;

import java.time.Instant;
import org.dabyl.store.Life;

/** Whoever keeps something that Redis cannot expire by itself, for it is a part of a key that stays, ends its life. */
public interface Expiring {

    /** What it is. */
    Life life();

    /** Removes what is over by now; running again does no harm. */
    void purge(Instant now);

    /** How much is still kept though it was over by then. */
    long overdue(Instant then);
}
