package org.dabyl.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How often something was sent of which nobody knows whether it arrived, and until when it is not sent again: twice as long each
 * time, for where Telegram takes it and only the answer is lost, each time is one more message to everybody who reads there.
 */
public record Doubt(int times, Instant until) {

    public static final Doubt NONE = new Doubt(0, Instant.EPOCH);

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Reads its {@link #form()}. */
    public static Doubt of(String form) {
        int comma = form.indexOf(',');
        return new Doubt(
                Integer.parseInt(form.substring(0, comma)),
                Instant.ofEpochMilli(Long.parseLong(form.substring(comma + 1))));
    }

    /** After one more time. */
    public Doubt more(Instant now) {
        long millis = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(times, 5));
        return new Doubt(times + 1, now.plusMillis(millis));
    }

    /** Whether it is too early to send it again. */
    public boolean lasts(Instant now) {
        return now.isBefore(until);
    }

    public String form() {
        return times + "," + until.toEpochMilli();
    }
}
