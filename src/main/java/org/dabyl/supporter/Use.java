package org.dabyl.supporter;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a registration is still used.
 *
 * @param month when the person was last heard, in months of 30 days since 1970: the day would tell more than is needed, and be
 *     written more often
 * @param asked the day, in UTC, on which they were asked whether to keep them, where they have not been heard since
 */
public record Use(long month, Optional<LocalDate> asked) {

    private static final int DAYS = 30;

    /** Of somebody who is heard now. */
    static Use on(LocalDate today) {
        return new Use(today.toEpochDay() / DAYS, Optional.empty());
    }

    Use askedOn(LocalDate today) {
        return new Use(month, Optional.of(today));
    }

    /** Whether nothing was heard for so long; at most a month later. */
    public boolean silentFor(Duration time, LocalDate today) {
        return (month + 1) * DAYS + time.toDays() <= today.toEpochDay();
    }

    /** Whether they were asked so long ago. */
    public boolean unanswered(Duration time, LocalDate today) {
        return asked.filter(day -> !today.isBefore(day.plusDays(time.toDays()))).isPresent();
    }

    /** {@code 692}, or {@code 692:20789} with the day of asking, counted from 1970. */
    String form() {
        return month + asked.map(day -> ":" + day.toEpochDay()).orElse("");
    }

    static Use read(String form) {
        String[] parts = form.split(":", 2);
        return new Use(
                Long.parseLong(parts[0]),
                parts.length > 1 ? Optional.of(LocalDate.ofEpochDay(Long.parseLong(parts[1]))) : Optional.empty());
    }
}
