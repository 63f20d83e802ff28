package org.dabyl.conversation;

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
}
