package org.dabyl.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Something that the bot offers to some people; to all others it does not exist. */
interface Offer {

    default Who who() {
        return Who.EVERYONE;
    }

    /** Whether it is done also while everything is locked. */
    default boolean whileLocked() {
        return false;
    }

    /** Whether it is done, without a word, also for who is over the {@link Quota}. */
    default boolean alwaysHeard() {
        return false;
    }

    /**
     * Each offer by each of its names.
     *
     * @throws IllegalStateException for two of one name, of which one would never be heard
     */
    static <T extends Offer> Map<String, T> byName(List<T> offers, Function<T, Set<String>> names) {
        Map<String, T> named = new HashMap<>();
        for (T offer : offers) {
            for (String name : names.apply(offer)) {
                T other = named.put(name, offer);
                if (other != null) {
                    throw new IllegalStateException("\"%s\" is both %s and %s"
                            .formatted(
                                    name,
                                    other.getClass().getSimpleName(),
                                    offer.getClass().getSimpleName()));
                }
            }
        }
        return named;
    }
}
