package org.dabyl.turnout;

import java.time.Instant;

/**
 * Somebody who said that they come, or are there, and has not said that they are home.
 *
 * @param number their pseudonym in the alert
 * @param there whether they said that they are there
 * @param at since when they are there, or when they meant to be
 */
public record Missing(int number, boolean there, Instant at) {}
