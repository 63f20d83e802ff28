package org.dabyl.delivery;

/** Whoever keeps something by person; leaving erases it everywhere at once. */
public interface Trace {

    /** In which turn it is erased: what is launched meanwhile must not find the person, nor stay. */
    enum Turn {
        /** What people are found by. */
        FIRST,
        USUAL,
        /** What has still to be sent to them. */
        LAST
    }

    /** Erases everything kept for the person; harmless where there is nothing. */
    void erase(Address person);

    default Turn turn() {
        return Turn.USUAL;
    }
}
