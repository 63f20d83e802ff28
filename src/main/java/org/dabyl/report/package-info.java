/**
 * "They are here": what residents report, the events that their reports make, and the quorum that raises an alert where no
 * organiser answers.
 *
 * <p>An event lies in the slot {@code {dabyl}}, for its reporters may have come by several bots; a person is the same sealed id on all
 * of them, so nobody counts twice. A reporter's record lies in the slot of their bot. A change is one script that also plans the
 * step which tells of it, so that a crash between the two loses nothing, and every step may run twice.
 */
@NullMarked
package org.dabyl.report;

import org.jspecify.annotations.NullMarked;
