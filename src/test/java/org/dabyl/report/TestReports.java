package org.dabyl.report;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dabyl.alert.Kind;
import org.dabyl.alert.TestAlerts;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.TestRedis;
import org.dabyl.supporter.Supporters;
import org.dabyl.vault.Vault;

/** Makes what others need to draw events. */
public final class TestReports {

    static final ReportSettings SETTINGS = new ReportSettings(
            Duration.ofMinutes(15), 6, 30, Duration.ofMinutes(10), Duration.ofMinutes(10), 3, Duration.ofDays(3));

    private TestReports() {}

    public static TrackRecords records(Clock clock) {
        return new TrackRecords(TestRedis.template(), SETTINGS, clock);
    }

    public static Quorums quorums(Vault vault, Supporters supporters, Clock clock) {
        return new Quorums(
                new QuorumSettings(true, 3, 2, 7),
                Districts.builtIn(),
                supporters,
                new TestAlerts(vault, clock).alerts(),
                clock);
    }

    /** An event as full as one can be. */
    public static Event full(DistrictCode district, State state, String words, int reporters, Clock clock) {
        List<Sighting> sightings = IntStream.rangeClosed(1, reporters)
                .mapToObj(i -> new Sighting(
                        i,
                        TestFleet.person(7, i),
                        clock.instant(),
                        words,
                        Optional.of(new Sighting.Place(-43.123456, -176.123456)),
                        Optional.of("x".repeat(100))))
                .toList();
        return new Event(
                new EventId("abcdefgh23"),
                district,
                Kind.BAILIFFS,
                state,
                clock.instant(),
                Optional.of(clock.instant()),
                Optional.of(clock.instant()),
                Optional.empty(),
                sightings);
    }
}
