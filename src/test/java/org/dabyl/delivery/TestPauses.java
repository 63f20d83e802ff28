package org.dabyl.delivery;

import java.time.Clock;
import org.dabyl.store.TestRedis;

/** Makes the pauses of a test. */
public final class TestPauses {

    private TestPauses() {}

    public static Pauses of(Fleet fleet) {
        return new Pauses(TestRedis.template(), fleet, event -> {}, Clock.systemUTC());
    }
}
