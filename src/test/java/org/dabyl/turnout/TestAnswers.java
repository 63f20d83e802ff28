package org.dabyl.turnout;

import java.time.Clock;
import org.dabyl.alert.Alerts;
import org.dabyl.delivery.Fleet;
import org.dabyl.store.TestRedis;

/** Makes the answers of a test. */
public final class TestAnswers {

    private TestAnswers() {}

    public static Answers of(Fleet fleet, Alerts alerts, Clock clock) {
        return new Answers(TestRedis.template(), fleet, alerts, clock);
    }
}
