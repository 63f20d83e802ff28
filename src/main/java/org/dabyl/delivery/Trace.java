package org.dabyl.delivery;

/** Whoever keeps something by person; leaving erases it everywhere at once. */
public interface Trace {

    /** Erases everything kept for the person; harmless where there is nothing. */
    void erase(Address person);
}
