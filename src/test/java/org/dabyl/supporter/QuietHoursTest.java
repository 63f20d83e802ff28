package org.dabyl.supporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.TestFleet;
import org.dabyl.district.DistrictCode;
import org.dabyl.district.Districts;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestRedis.class)
class QuietHoursTest {

    private static final Address AIGUL = person(7, 1);
    private static final Hours NIGHT = new Hours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    private final SettableClock clock = new SettableClock();
    private final Supporters supporters = TestSupporters.of(TestFleet.of(7, 8), clock);
    private final QuietHours quiet = new QuietHours(TestRedis.template(), supporters, Districts.builtIn(), clock);

    @Test
    void theyAreThoseOfTheDistrictsZoneAlsoWhereItChanges() {
        supporters.register(AIGUL, new DistrictCode("shanyrak-1"), Language.KK);
        quiet.set(AIGUL, NIGHT);

        // Almaty went from UTC+6 to UTC+5 on 1 March 2024
        itIs("2024-02-20T01:30:00Z");
        assertThat(quiet.now(AIGUL)).isFalse();
        itIs("2024-03-20T01:30:00Z");
        assertThat(quiet.now(AIGUL)).isTrue();
        itIs("2024-03-20T02:00:00Z");
        assertThat(quiet.now(AIGUL)).isFalse();
    }

    @Test
    void whoSetNoneIsNeverQuiet() {
        supporters.register(AIGUL, new DistrictCode("shanyrak-1"), Language.KK);
        itIs("2024-03-20T20:00:00Z");

        assertThat(quiet.now(AIGUL)).isFalse();
    }

    @Test
    void theyMoveWithThePersonAndEndWithTheirLeaving() {
        quiet.set(AIGUL, NIGHT);

        quiet.bring(AIGUL, person(8, 1));
        assertThat(quiet.of(AIGUL)).isEmpty();
        assertThat(quiet.of(person(8, 1))).contains(NIGHT);

        quiet.erase(person(8, 1));
        assertThat(Contents.read()).doesNotContain(AIGUL.chat().value());
    }

    private void itIs(String instant) {
        clock.pass(Duration.between(clock.instant(), Instant.parse(instant)));
    }
}
