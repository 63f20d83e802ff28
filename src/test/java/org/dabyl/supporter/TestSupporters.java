package org.dabyl.supporter;

import java.time.Clock;
import org.dabyl.delivery.Fleet;
import org.dabyl.store.TestRedis;

/** Makes the supporters of a test. */
public final class TestSupporters {

    private TestSupporters() {}

    public static Supporters of(Fleet fleet, Clock clock) {
        return new Supporters(TestRedis.template(), fleet, clock);
    }
}
