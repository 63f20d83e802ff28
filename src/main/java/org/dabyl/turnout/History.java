package org.dabyl.turnout;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many of those who said in earlier alerts that they come did come, by how soon they said.
 *
 * <p>The chance that one comes is a Beta distribution: what was seen of those who said the same, and a prior of {@value #PRIOR}
 * people who came as often as all others did. Together they weigh at most {@value #MOST} people, for one morning differs from the
 * next by more than its number of people tells.
 */
public record History(Map<Within, Seen> seen) {

    /** Nothing to learn from. */
    public static final History NONE = new History(Map.of());

    /** Fewer people than this tell nothing. */
    static final long LEAST = 10;

    private static final double PRIOR = 4;
    private static final double MOST = 40;

    /** Half of the width of 80 % of a normal distribution. */
    private static final double EIGHTY_PERCENT = 1.2816;

    /**
     * People who said that they come.
     *
     * @param said how many were due before their alert was over
     * @param came how many of them came
     */
    public record Seen(long said, long came) {

        static final Seen NOBODY = new Seen(0, 0);

        Seen plus(Seen other) {
            return new Seen(said + other.said, came + other.came);
        }
    }

    public History {
        seen = Map.copyOf(seen);
    }

    /** Over everything that people said. */
    public Seen all() {
        return seen.values().stream().reduce(Seen.NOBODY, Seen::plus);
    }

    /**
     * How many of those on the way will come, in four mornings of five; never more than there are. Empty where too little is known.
     */
    public Optional<Range> expected(Map<Within, Long> onTheWay) {
        if (all().said() < LEAST) {
            return Optional.empty();
        }
        double mean = 0;
        double chance = 0;
        double morning = 0;
        for (Map.Entry<Within, Long> group : onTheWay.entrySet()) {
            double weight = weight(group.getKey());
            double rate = rate(group.getKey());
            double spread = rate * (1 - rate);
            mean += group.getValue() * rate;
            chance += group.getValue() * spread * weight / (weight + 1);
            // a bad morning is bad for all groups: these deviations add up, the chances of single people do not
            morning += group.getValue() * Math.sqrt(spread / (weight + 1));
        }
        double deviation = EIGHTY_PERCENT * Math.sqrt(chance + morning * morning);
        long all = onTheWay.values().stream().mapToLong(Long::longValue).sum();
        return Optional.of(new Range(
                Math.max(0, (long) Math.floor(mean - deviation)), Math.min(all, (long) Math.ceil(mean + deviation))));
    }

    private double rate(Within within) {
        Seen own = seen.getOrDefault(within, Seen.NOBODY);
        double usual = (all().came() + 1.0) / (all().said() + 2.0);
        return (own.came() + PRIOR * usual) / (own.said() + PRIOR);
    }

    private double weight(Within within) {
        return Math.min(MOST, seen.getOrDefault(within, Seen.NOBODY).said() + PRIOR);
    }

    static History read(Map<String, String> fields) {
        Map<Within, Seen> seen = new EnumMap<>(Within.class);
        for (Within within : Within.values()) {
            seen.put(within, new Seen(number(fields, within, ":said"), number(fields, within, ":came")));
        }
        return new History(seen);
    }

    private static long number(Map<String, String> fields, Within within, String what) {
        return Long.parseLong(fields.getOrDefault(within.tag() + what, "0"));
    }
}
