/**
 * Who comes: answers to an alert, and their tally.
 *
 * <p>An answer is one hash field a person, and the tally is kept beside it by the same script, so that a board costs a few reads
 * however many answered. The last answer counts: last by Telegram's update id, for updates may be handled late or twice.
 *
 * <p>What follows from who comes is here too: an alert widens, the silent are reminded, the late are asked, the rest stands by. One step
 * an open alert looks, and every question is a dispatch whose audience is set algebra, so that nobody is asked twice.
 */
@NullMarked
package org.dabyl.turnout;

import org.jspecify.annotations.NullMarked;
