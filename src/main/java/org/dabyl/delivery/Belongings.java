package org.dabyl.delivery;

/** Whoever keeps something by person and bot brings it along when the person moves to another bot of the fleet. */
public interface Belongings {

    /**
     * Brings everything of the same person from one bot to the other.
     *
     * <p>Runs again where it was cut off, so it must go on from any state that it can leave behind.
     */
    void bring(Address from, Address to);
}
