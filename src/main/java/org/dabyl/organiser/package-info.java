/**
 * Who may call: organisers, the districts they call for, and the links that make them organisers.
 *
 * <p>An organiser's right is looked up at the moment it is used, never remembered in a button: what a button carries can be forged.
 */
@NullMarked
package org.dabyl.organiser;

import org.jspecify.annotations.NullMarked;
