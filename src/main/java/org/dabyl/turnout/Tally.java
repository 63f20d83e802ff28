package org.dabyl.turnout;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many answered what.
 *
 * @param coming those on the way, by the minute (counted from 1970) in which they expect to be there
 * @param here those who are there
 * @param cannot those who can't
 * @param home those who are home safe again
 * @param guests those among all of them who are not registered
 */
public record Tally(SortedMap<Long, Long> coming, long here, long cannot, long home, long guests) {

    /** A tally without guests. */
    public Tally(SortedMap<Long, Long> coming, long here, long cannot, long home) {
        this(coming, here, cannot, home, 0);
    }

    /** Those on the way. */
    public long onTheWay() {
        return coming.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those on the way who expect to be there up to this minute, and after the earlier one. */
    public long arrivingBetween(long after, long upTo) {
        return coming.subMap(after + 1, upTo + 1).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Those on the way and those there. */
    public long present() {
        return onTheWay() + here;
    }

    /** Everyone who answered. */
    public long answered() {
        return onTheWay() + here + cannot + home;
    }

    static Tally read(Iterable<Map<String, String>> ofBots) {
        TreeMap<Long, Long> coming = new TreeMap<>();
        long here = 0;
        long cannot = 0;
        long home = 0;
        long guests = 0;
        for (Map<String, String> fields : ofBots) {
            for (Map.Entry<String, String> field : fields.entrySet()) {
                long count = Long.parseLong(field.getValue());
                switch (field.getKey()) {
                    case "here" -> here += count;
                    case "no" -> cannot += count;
                    case "home" -> home += count;
                    case "guests" -> guests += count;
                    default -> coming.merge(Long.parseLong(field.getKey()), count, Long::sum);
                }
            }
        }
        return new Tally(coming, here, cannot, home, guests);
    }
}
