package org.dabyl.alert;

import java.util.EnumMap;
import java.util.Map;
import org.dabyl.supporter.Skill;

/**
 * What an organiser decides about an alert.
 *
 * @param level how much it wants of people
 * @param kind what threatens
 * @param text what happens, in the author's words; empty for the standard sentence
 * @param muster where to come, for everyone who is called; empty where the text or the district says it
 * @param rendezvous where to come, for those who say that they come, and nobody else; empty for none
 * @param needed how many people are needed, 0 where that is not known, at most {@value #MOST_NEEDED}
 * @param bring how many of them are needed who bring something, each 1 to {@value #MOST_NEEDED}; the others are not asked for
 * @param drill whether it is practice, which every message of it says
 */
public record Plan(
        Level level,
        Kind kind,
        String text,
        String muster,
        String rendezvous,
        int needed,
        Map<Skill, Integer> bring,
        boolean drill) {

    public static final int MOST_NEEDED = 10_000;

    /** The most characters (UTF-16) of a muster point or rendezvous. */
    public static final int LONGEST_PLACE = 200;

    public Plan {
        bring = Map.copyOf(bring);
        if (needed < 0 || needed > MOST_NEEDED || bring.values().stream().anyMatch(Plan::impossible)) {
            throw new IllegalArgumentException("not a number of people needed: " + needed + " " + bring);
        }
    }

    /** A call to the bulldozers, in these words. */
    public static Plan call(String text) {
        return new Plan(Level.CALL, Kind.BULLDOZERS, text, "", "", 0, Map.of(), false);
    }

    public Plan withLevel(Level other) {
        return new Plan(other, kind, text, muster, rendezvous, needed, bring, drill);
    }

    public Plan withKind(Kind other) {
        return new Plan(level, other, text, muster, rendezvous, needed, bring, drill);
    }

    public Plan withText(String other) {
        return new Plan(level, kind, other, muster, rendezvous, needed, bring, drill);
    }

    public Plan withMuster(String other) {
        return new Plan(level, kind, text, other, rendezvous, needed, bring, drill);
    }

    public Plan withRendezvous(String other) {
        return new Plan(level, kind, text, muster, other, needed, bring, drill);
    }

    public Plan withNeeded(int other) {
        return new Plan(level, kind, text, muster, rendezvous, other, bring, drill);
    }

    public Plan asDrill() {
        return new Plan(level, kind, text, muster, rendezvous, needed, bring, true);
    }

    /** With so many who bring this; 0 for no number. */
    public Plan withNeeded(Skill skill, int number) {
        Map<Skill, Integer> other = new EnumMap<>(Skill.class);
        other.putAll(bring);
        other.put(skill, number);
        other.values().removeIf(wanted -> wanted == 0);
        return new Plan(level, kind, text, muster, rendezvous, needed, other, drill);
    }

    /** With that alone to bring of which there is too little. */
    public Plan lacking(Map<Skill, Long> brought) {
        Map<Skill, Integer> missing = new EnumMap<>(Skill.class);
        missing.putAll(bring);
        missing.entrySet().removeIf(wanted -> brought.getOrDefault(wanted.getKey(), 0L) >= wanted.getValue());
        return new Plan(level, kind, text, muster, rendezvous, needed, missing, drill);
    }

    private static boolean impossible(int number) {
        return number < 1 || number > MOST_NEEDED;
    }
}
