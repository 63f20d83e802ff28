package org.dabyl.turnout;

/**
 * How many people are to be expected.
 *
 * @param least this many or more, nine times in ten
 * @param most this many or fewer, nine times in ten
 */
public record Range(long least, long most) {

    /** The same with so many who are there already. */
    public Range plus(long there) {
        return new Range(least + there, most + there);
    }
}
