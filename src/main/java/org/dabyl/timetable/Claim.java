package org.dabyl.timetable;

/**
 * A step that this instance alone may run for a while.
 *
 * @param member the step, as {@link Due#member()}
 * @param lease until when, in ms since 1970 by the clock of Redis; also what tells this claim from a later one
 */
record Claim(String member, long lease) {}
