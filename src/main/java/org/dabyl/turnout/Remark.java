package org.dabyl.turnout;

import java.time.Instant;

/**
 * What somebody who was called wrote.
 *
 * @param number their pseudonym in the alert
 * @param at when
 * @param text the whole of it
 */
public record Remark(int number, Instant at, String text) {}
