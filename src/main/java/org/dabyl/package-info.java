/** Dabyl: calls a threatened neighbourhood to the gate, and counts who comes. */
@NullMarked
package org.dabyl;

import org.jspecify.annotations.NullMarked;
