/**
 * Who keeps watch: the shifts that supporters sign up for, the reminder before, the question at the start, and what happens where
 * nobody reports in.
 *
 * <p>A shift has a name of its own, by which the timetable and the organisers know it. Whose it is stands in the slot of their bot,
 * as the same sealed chat as everywhere, and what it is, sealed, beside it: a copy of the database does not tell when nobody looks.
 */
@NullMarked
package org.dabyl.watch;

import org.jspecify.annotations.NullMarked;
