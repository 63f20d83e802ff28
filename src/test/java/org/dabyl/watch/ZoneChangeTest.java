package org.dabyl.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dabyl.delivery.TestFleet.person;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.dabyl.district.DistrictCode;
import org.dabyl.supporter.Hours;
import org.junit.jupiter.api.Test;

/** A shift begins when the clock on the wall says so. */
class ZoneChangeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @Test
    void aNightShiftKeepsItsHourOverSummerTime() {
        Shift night = shift(DayOfWeek.SATURDAY, "22-6");

        assertThat(next(night, "2026-03-23T00:00:00Z", BERLIN)).isEqualTo("2026-03-28T21:00:00Z");
        assertThat(next(night, "2026-03-28T21:00:00Z", BERLIN)).isEqualTo("2026-04-04T20:00:00Z");
        assertThat(next(night, "2026-10-24T20:00:00Z", BERLIN)).isEqualTo("2026-10-31T21:00:00Z");
    }

    @Test
    void anHourThatIsSkippedBeginsAnHourLaterThatDayAndAtItsTimeTheNext() {
        Shift early = shift(DayOfWeek.SUNDAY, "02:30-06:00");

        assertThat(next(early, "2026-03-28T00:00:00Z", BERLIN)).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(next(early, "2026-03-29T01:30:00Z", BERLIN)).isEqualTo("2026-04-05T00:30:00Z");
    }

    @Test
    void anHourThatComesTwiceBeginsOnce() {
        Shift early = shift(DayOfWeek.SUNDAY, "02:30-06:00");

        Instant first = next(early, "2026-10-24T00:00:00Z", BERLIN);

        assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(early.next(first, BERLIN)).isEqualTo("2026-11-01T01:30:00Z");
    }

    @Test
    void almatyWentToAnotherOffsetForGood() {
        Shift night = shift(DayOfWeek.FRIDAY, "0-4");

        assertThat(next(night, "2024-02-20T00:00:00Z", ALMATY)).isEqualTo("2024-02-22T18:00:00Z");
        // at midnight of 1 March clocks went back to 23:00: midnight came twice, and the shift begins once
        Instant changed = next(night, "2024-02-22T18:00:00Z", ALMATY);
        assertThat(changed.atZone(ALMATY).toLocalDate()).hasToString("2024-03-01");
        assertThat(early(changed)).isTrue();
        assertThat(night.next(changed, ALMATY)).isEqualTo("2024-03-07T19:00:00Z");
    }

    private static boolean early(Instant start) {
        return start.equals(Instant.parse("2024-02-29T18:00:00Z"))
                || start.equals(Instant.parse("2024-02-29T19:00:00Z"));
    }

    private static Instant next(Shift shift, String after, ZoneId zone) {
        return shift.next(Instant.parse(after), zone);
    }

    private static Shift shift(DayOfWeek day, String hours) {
        return new Shift(
                "abcdefgh23",
                person(7, 1),
                new DistrictCode("ulzhan"),
                day,
                Hours.parse(hours).orElseThrow());
    }
}
