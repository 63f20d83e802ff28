package org.dabyl.turnout;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dabyl.supporter.Skill;

/**
 * How many answered what.
 *
 * @param coming those on the way, by the minute (counted from 1970) in which they expect to be there
 * @param here those who are there
 * @param cannot those who can't
 * @param home those who are home safe again
 * @param guests those among all of them who are not registered
 * @param others those who are there without Telegram, as an organiser counted them
 * @param within those on the way, by how soon they said
 * @param skills what those on the way or there can bring
 */
public record Tally(
        SortedMap<Long, Long> coming,
        long here,
        long cannot,
        long home,
        long guests,
        long others,
        Map<Within, Long> within,
        Map<Skill, Long> skills) {

    static final String OTHERS = "others";
    private static final String WITHIN = "way:";
    private static final String SKILL = "skill:";

    /** A tally of registered people who bring nothing. */
    public Tally(SortedMap<Long, Long> coming, long here, long cannot, long home) {
        this(coming, here, cannot, home, 0, 0, Map.of(), Map.of());
    }

    /** Those on the way. */
    public long onTheWay() {
        return coming.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those who are there, with Telegram or without. */
    public long there() {
        return here + others;
    }

    /** Those on the way who expect to be there up to this minute, and after the earlier one. */
    public long arrivingBetween(long after, long upTo) {
        return coming.subMap(after + 1, upTo + 1).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Those on the way and those there, with Telegram or without. */
    public long present() {
        return onTheWay() + there();
    }

    /** Everyone who answered. */
    public long answered() {
        return onTheWay() + here + cannot + home;
    }

    static Tally read(Iterable<Map<String, String>> ofBots) {
        Map<String, Long> sums = new TreeMap<>();
        ofBots.forEach(fields -> fields.forEach((field, count) -> sums.merge(field, Long.parseLong(count), Long::sum)));
        TreeMap<Long, Long> coming = new TreeMap<>();
        Map<Within, Long> within = new EnumMap<>(Within.class);
        Map<Skill, Long> skills = new EnumMap<>(Skill.class);
        sums.forEach((field, count) -> {
            if (field.startsWith(WITHIN)) {
                within.put(Within.tagged(field.substring(WITHIN.length())), count);
            } else if (field.startsWith(SKILL)) {
                skills.put(Skill.valueOf(field.substring(SKILL.length()).toUpperCase(Locale.ROOT)), count);
            } else if (field.matches("\\d+")) {
                coming.put(Long.parseLong(field), count);
            }
        });
        return new Tally(
                coming,
                sums.getOrDefault("here", 0L),
                sums.getOrDefault("no", 0L),
                sums.getOrDefault("home", 0L),
                sums.getOrDefault("guests", 0L),
                sums.getOrDefault(OTHERS, 0L),
                within,
                skills);
    }
}
