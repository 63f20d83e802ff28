package org.dabyl.delivery;

/** Knows the last word to a person who wanted to be forgotten: the one message that stays in the chat. */
@FunctionalInterface
public interface Parting {

    /** The word, once the other messages are deleted. */
    Message word(Address person, Language language);
}
