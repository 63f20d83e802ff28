package org.dabyl.turnout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.dabyl.alert.Alert;
import org.dabyl.alert.TestAlerts;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.dabyl.vault.TestVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class CurveTest {

    private final SettableClock clock = new SettableClock();
    private final TestAlerts alerts = new TestAlerts(TestVault.create(), clock);
    private final Curve curve = new Curve(TestRedis.template(), clock);

    @Test
    void theLastSampleOfAMinuteStands() {
        Alert alert = alerts.raise("ulzhan");
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        curve.sample(alert, there(1));
        curve.sample(alert, there(2));
        clock.pass(Duration.ofMinutes(1));
        curve.sample(alert, there(5));

        assertThat(curve.read(alert.id()))
                .containsExactly(
                        new Curve.Point(minute, 0, 2), new Curve.Point(minute.plus(Duration.ofMinutes(1)), 0, 5));
    }

    @Test
    void whatLastsForDaysStaysSmallAndIsKeptForTwoDays() {
        Alert alert = alerts.raise("ulzhan");
        for (int minute = 0; minute < 2 * 24 * 60; minute++) {
            curve.sample(alert, there(minute));
            clock.pass(Duration.ofMinutes(1));
        }

        assertThat(curve.read(alert.id())).hasSizeBetween(360, 360 + 255);
        assertThat(TestRedis.template().getExpire("{dabyl}:alert:" + alert.id().value() + ":curve"))
                .isBetween(1L, 48 * 3600L);
    }

    private static Tally there(long here) {
        return new Tally(new TreeMap<>(), here, 0, 0);
    }
}
