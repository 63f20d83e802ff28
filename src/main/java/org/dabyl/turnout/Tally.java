package org.dabyl.turnout;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** The same with so many counted who are there without Telegram. */
    public Tally counting(long counted) {
        return new Tally(coming, here, cannot, home, guests, counted, within, skills);
    }

    /** In one line, for {@link #read(String)}. */
    public String form() {
        Map<String, Long> fields = new TreeMap<>();
        coming.forEach((minute, many) -> fields.put(minute.toString(), many));
        fields.put("here", here);
        fields.put("no", cannot);
        fields.put("home", home);
        fields.put("guests", guests);
        fields.put(OTHERS, others);
        within.forEach((soon, many) -> fields.put(WITHIN + soon.tag(), many));
        skills.forEach((skill, many) -> fields.put(SKILL + skill.name().toLowerCase(Locale.ROOT), many));
        return fields.entrySet().stream()
                .filter(field -> field.getValue() != 0)
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(","));
    }

    /** The tally of which a line was made; of an empty one nobody answered. */
    public static Tally read(String form) {
        return read(List.of(Arrays.stream(form.split(","))
                .filter(field -> !field.isEmpty())
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]))));
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
