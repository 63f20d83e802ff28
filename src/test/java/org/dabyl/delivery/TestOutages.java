package org.dabyl.delivery;

import org.dabyl.store.TestRedis;

/** Makes the outages of a test. */
public final class TestOutages {

    private TestOutages() {}

    public static Outages create() {
        return new Outages(TestRedis.template());
    }
}
