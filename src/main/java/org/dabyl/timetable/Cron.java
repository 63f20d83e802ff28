package org.dabyl.timetable;

import java.text.ParseException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * A time that comes round, by the clocks of a zone: also where they are put forward or back.
 *
 * @param expression as Quartz reads it, with seconds first
 * @param zone whose clocks
 */
public record Cron(String expression, ZoneId zone) {

    private static final int LETTERS = 3;

    /** Once a week. */
    public static Cron weekly(DayOfWeek day, LocalTime time, ZoneId zone) {
        return at(time, day.name().substring(0, LETTERS), zone);
    }

    /** On the first such day of each month. */
    public static Cron monthly(DayOfWeek day, LocalTime time, ZoneId zone) {
        return at(time, day.name().substring(0, LETTERS) + "#1", zone);
    }

    private static Cron at(LocalTime time, String day, ZoneId zone) {
        return new Cron("0 " + time.getMinute() + " " + time.getHour() + " ? * " + day, zone);
    }

    /** The next time after this one; throws {@link IllegalStateException} where there is none. */
    public Instant next(Instant after) {
        try {
            CronExpression cron = new CronExpression(expression);
            cron.setTimeZone(TimeZone.getTimeZone(zone));
            Date next = cron.getNextValidTimeAfter(Date.from(after));
            if (next == null) {
                throw new IllegalStateException("never again: " + expression);
            }
            return next.toInstant();
        } catch (ParseException e) {
            throw new IllegalStateException(expression, e);
        }
    }
}
