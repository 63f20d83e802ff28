package org.dabyl.delivery;

/** Told of people who can no longer be reached, so that they are forgotten. */
@FunctionalInterface
public interface Departures {

    /** The person blocked the bot, or their account is gone. */
    void departed(Address person);
}
