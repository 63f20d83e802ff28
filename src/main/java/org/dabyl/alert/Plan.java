package org.dabyl.alert;

/**
 * What an organiser decides about an alert.
 *
 * @param level how much it wants of people
 * @param kind what threatens
 * @param text what happens, in the author's words; empty for the standard sentence
 * @param muster where to come, for everyone who is called; empty where the text or the district says it
 * @param rendezvous where to come, for those who say that they come, and nobody else; empty for none
 * @param needed how many people are needed, 0 where that is not known, at most {@value #MOST_NEEDED}
 * @param drill whether it is practice, which every message of it says
 */
public record Plan(Level level, Kind kind, String text, String muster, String rendezvous, int needed, boolean drill) {

    public static final int MOST_NEEDED = 10_000;

    /** The most characters (UTF-16) of a muster point or rendezvous. */
    public static final int LONGEST_PLACE = 200;

    public Plan {
        if (needed < 0 || needed > MOST_NEEDED) {
            throw new IllegalArgumentException("not a number of people needed: " + needed);
        }
    }

    /** A call to the bulldozers, in these words. */
    public static Plan call(String text) {
        return new Plan(Level.CALL, Kind.BULLDOZERS, text, "", "", 0, false);
    }

    public Plan withLevel(Level other) {
        return new Plan(other, kind, text, muster, rendezvous, needed, drill);
    }

    public Plan withKind(Kind other) {
        return new Plan(level, other, text, muster, rendezvous, needed, drill);
    }

    public Plan withText(String other) {
        return new Plan(level, kind, other, muster, rendezvous, needed, drill);
    }

    public Plan withMuster(String other) {
        return new Plan(level, kind, text, other, rendezvous, needed, drill);
    }

    public Plan withRendezvous(String other) {
        return new Plan(level, kind, text, muster, other, needed, drill);
    }

    public Plan withNeeded(int other) {
        return new Plan(level, kind, text, muster, rendezvous, other, drill);
    }

    public Plan asDrill() {
        return new Plan(level, kind, text, muster, rendezvous, needed, true);
    }
}
