/**
 * What is happening: the life of an alert from draft to stood down.
 *
 * <p>An alert's own facts lie in the slot {@code {dabyl}}, the people it called in the slots of their bots. A change is one script
 * that also plans the step which carries it out, so that a crash between the two loses nothing: the timetable runs the step on
 * any instance, and every step may run twice. Whether an alert widens is for {@code turnout} to say, which knows who comes; here a
 * ring is only noted and called.
 */
@NullMarked
package org.dabyl.alert;

import org.jspecify.annotations.NullMarked;
