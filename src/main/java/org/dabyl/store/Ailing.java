package org.dabyl.store;

import java.util.Optional;

/** A part of the program that can tell what is wrong with it, and does not say so by itself. */
@FunctionalInterface
public interface Ailing {

    /** What is wrong now; empty where nothing is. */
    Optional<Trouble> trouble();
}
