package org.dabyl.conversation;

import java.util.List;
import java.util.OptionalInt;

/**
 * Some of a list that is too long for one message.
 *
 * @param shown what stands on the page
 * @param next the page to turn to, after the last the first; empty where there is only one
 */
record Page<T>(List<T> shown, OptionalInt next) {

    /** The page, counted from 0; one that is not there is the first. */
    static <T> Page<T> of(List<T> all, int page, int size) {
        int from = page >= 0 && page * size < all.size() ? page * size : 0;
        int to = Math.min(from + size, all.size());
        return new Page<>(
                all.subList(from, to),
                all.size() > size ? OptionalInt.of(to < all.size() ? to / size : 0) : OptionalInt.empty());
    }
}
