package org.dabyl.delivery;

import java.util.List;

/**
 * Whom a dispatch reaches on one bot, as set algebra over that bot's keys: Redis makes the set, no list of people passes through
 * this program.
 *
 * @param classes nearest first: each class is a union of sets; who is in an earlier class is not in a later one
 * @param only sets that every recipient has to be in, besides; mostly none
 * @param except sets whose members are left out
 * @param called the set that every recipient is added to, and whose members are left out; empty for none
 */
public record Audience(List<List<String>> classes, List<String> only, List<String> except, String called) {

    public Audience(List<List<String>> classes, List<String> except, String called) {
        this(classes, List.of(), except, called);
    }

    /** Everyone in one set. */
    public static Audience of(String set, List<String> except) {
        return new Audience(List.of(List.of(set)), except, "");
    }
}
