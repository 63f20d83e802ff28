package org.dabyl.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far an alert has been widened.
 *
 * @param called the rings that are called, and since when; at least the own district
 * @param held whether it must not widen by itself
 * @param people about how many people the next ring would call; empty where that is not counted yet
 */
public record Widening(SortedMap<Ring, Instant> called, boolean held, OptionalLong people) {

    public Widening {
        called = Collections.unmodifiableSortedMap(new TreeMap<>(called));
    }

    public Ring outermost() {
        return called.lastKey();
    }
}
