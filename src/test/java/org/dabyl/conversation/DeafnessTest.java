package org.dabyl.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.TestFleet;
import org.junit.jupiter.api.Test;

class DeafnessTest {

    private static final Address FLOOD = TestFleet.person(1, 1);
    private static final Address OTHER = TestFleet.person(1, 2);

    private final AtomicLong nanos = new AtomicLong(7);
    private final Deafness deafness = new Deafness(nanos::get);

    @Test
    void whoGoesOnAfterFiveRefusalsIsNotHeardForTenSeconds() {
        refuse(FLOOD, 4);
        assertThat(deafness.to(FLOOD, false)).isFalse();
        refuse(FLOOD, 1);
        assertThat(deafness.to(FLOOD, false)).isTrue();
        assertThat(deafness.to(OTHER, false)).isFalse();
        pass(10);
        assertThat(deafness.to(FLOOD, false)).isFalse();
        assertThat(deafness.any()).isFalse();
    }

    @Test
    void whoGoesOnAtOnceIsNotHeardAgain() {
        refuse(FLOOD, 5);
        pass(11);
        refuse(FLOOD, 1);
        assertThat(deafness.to(FLOOD, false)).isTrue();
    }

    @Test
    void whoWasQuietForAWhileStartsAnew() {
        refuse(FLOOD, 5);
        pass(21);
        refuse(FLOOD, 1);
        assertThat(deafness.to(FLOOD, false)).isFalse();
    }

    @Test
    void whatMattersOfWhoIsRegisteredIsHeardUnlessItNeverEnds() {
        for (int i = 0; i < 24; i++) {
            deafness.refused(OTHER, false);
        }
        assertThat(deafness.to(OTHER, true)).isFalse();
        assertThat(deafness.to(OTHER, false)).isTrue();
        deafness.refused(OTHER, false);
        assertThat(deafness.to(OTHER, true)).isTrue();
        pass(10);
        assertThat(deafness.to(OTHER, true)).isFalse();
        refuse(FLOOD, 5);
        assertThat(deafness.to(FLOOD, true)).isTrue();
    }

    private void refuse(Address person, int times) {
        for (int i = 0; i < times; i++) {
            deafness.refused(person, true);
        }
    }

    private void pass(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
