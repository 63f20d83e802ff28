package org.dabyl.turnout;

/** Whether as many come as are needed. */
public enum Light {
    /** Not even if all come who may. */
    RED,
    /** Perhaps. */
    YELLOW,
    /** Even if few of them come. */
    GREEN;

    /** The worse of two. */
    public Light and(Light other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** What shows for a number needed, 1 or more, and the people to be expected, those who are there among them. */
    public static Light of(long needed, Range expected) {
        if (expected.least() >= needed) {
            return GREEN;
        }
        return expected.most() >= needed ? YELLOW : RED;
    }
}
