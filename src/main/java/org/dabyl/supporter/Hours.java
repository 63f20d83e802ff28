package org.dabyl.supporter;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of each day, to the minute: it begins with {@code from}, and ends before {@code to}, which is on the next day where it is the
 * earlier one.
 */
public record Hours(LocalTime from, LocalTime to) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*[-–—]\\s*(\\d{1,2})(?:[:.](\\d{2}))?");
    private static final int DAY = 24;

    /** Throws {@link IllegalArgumentException} where it would never end. */
    public Hours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("hours that begin and end at " + from);
        }
    }

    /** Reads {@code 22-7} or {@code 22:30-06:45}; empty for anything else. */
    public static Optional<Hours> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<LocalTime> from = time(form.group(1), form.group(2));
        Optional<LocalTime> to = time(form.group(3), form.group(4));
        return from.isEmpty() || to.isEmpty() || from.equals(to)
                ? Optional.empty()
                : Optional.of(new Hours(from.get(), to.get()));
    }

    /** Whether the time of day lies within. */
    public boolean contain(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        return overnight() ? begun || !over : begun && !over;
    }

    /** Whether they end on the next day. */
    public boolean overnight() {
        return to.isBefore(from);
    }

    /** As people read and {@link #parse} reads it: {@code 22:00–07:00}. */
    @Override
    public String toString() {
        return TIME.format(from) + "–" + TIME.format(to);
    }

    private static Optional<LocalTime> time(String hours, @Nullable String minutes) {
        int hour = Integer.parseInt(hours);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        boolean fits = minute < 60 && (hour < DAY || (hour == DAY && minute == 0));
        return fits ? Optional.of(LocalTime.of(hour % DAY, minute)) : Optional.empty();
    }
}
