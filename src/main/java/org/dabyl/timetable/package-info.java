/**
 * The only package that knows Quartz: steps that are due once, and ticks that come round.
 *
 * <p>A sorted set in Redis is the schedule of record, for it is what survives a crash and what a script can write in the same
 * atomic step as the thing it plans for. Quartz keeps nothing; it only wakes every instance twice a second to claim what is due.
 * A Quartz job store would need a second database.
 */
@NullMarked
package org.dabyl.timetable;

import org.jspecify.annotations.NullMarked;
