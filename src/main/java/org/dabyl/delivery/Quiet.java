package org.dabyl.delivery;

/** Knows who does not want to be disturbed by what can wait. */
@FunctionalInterface
public interface Quiet {

    /** Whether the phone of this person is to stay quiet now for a {@link Priority#REMINDER}. */
    boolean now(Address person);
}
