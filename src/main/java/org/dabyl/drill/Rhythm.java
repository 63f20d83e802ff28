package org.dabyl.drill;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dabyl.timetable.Cron;

/**
 * When drills come round, by the clocks of their district.
 *
 * @param weekly each week; else on the first such day of each month
 */
public record Rhythm(boolean weekly, DayOfWeek day, LocalTime time) {

    private static final Pattern FORM = Pattern.compile("([wm])([1-7])(\\d{2})(\\d{2})");

    /** Reads what {@link #form} writes; empty for anything else. */
    public static Optional<Rhythm> parse(String form) {
        Matcher fields = FORM.matcher(form);
        if (!fields.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Rhythm(
                    fields.group(1).equals("w"),
                    DayOfWeek.of(Integer.parseInt(fields.group(2))),
                    LocalTime.of(Integer.parseInt(fields.group(3)), Integer.parseInt(fields.group(4)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Short enough for a button: {@code m61100} is monthly, on the first Saturday, at 11:00. */
    public String form() {
        return String.format(
                Locale.ROOT, "%s%d%02d%02d", weekly ? "w" : "m", day.getValue(), time.getHour(), time.getMinute());
    }

    Cron cron(ZoneId zone) {
        return weekly ? Cron.weekly(day, time, zone) : Cron.monthly(day, time, zone);
    }
}
