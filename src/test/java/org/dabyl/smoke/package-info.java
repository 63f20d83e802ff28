/**
 * The specification, played on the whole program: one promised behaviour a file, as people would live it.
 *
 * <p>The program runs once for all of them, on an embedded Redis and against the simulated Telegram over HTTP. Every story has its own
 * people and its own district, so that they do not disturb each other.
 */
@NullMarked
package org.dabyl.smoke;

import org.jspecify.annotations.NullMarked;
