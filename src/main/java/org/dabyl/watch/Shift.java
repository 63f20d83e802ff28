package org.dabyl.watch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.dabyl.delivery.Address;
import org.dabyl.district.DistrictCode;
import org.dabyl.supporter.Hours;

/**
 * Some hours of each week in which a supporter keeps watch over a district.
 *
 * @param id its name: 10 of a-z and 2-7
 * @param watcher whose it is
 * @param district where
 * @param day the day of the week on which it begins, by the clocks of the district
 * @param hours from when to when
 */
public record Shift(String id, Address watcher, DistrictCode district, DayOfWeek day, Hours hours) {

    /** When it begins next, after this moment. A time that is skipped where clocks are put forward begins so much later. */
    Instant next(Instant after, ZoneId zone) {
        LocalDate date = after.atZone(zone).toLocalDate().with(TemporalAdjusters.nextOrSame(day));
        Instant start = start(date, zone);
        return start.isAfter(after) ? start : start(date.plusWeeks(1), zone);
    }

    private Instant start(LocalDate date, ZoneId zone) {
        return ZonedDateTime.of(date, hours.from(), zone).toInstant();
    }
}
