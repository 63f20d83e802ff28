/**
 * Practice: drills that say they are drills, by hand and by themselves, and what they show.
 *
 * <p>A drill is an alert whose plan says so: the same card, the same buttons, the same way to every phone, for only that shows
 * whether an alert would arrive. It ends by itself, and gives way to anything in earnest.
 */
@NullMarked
package org.dabyl.drill;

import org.jspecify.annotations.NullMarked;
