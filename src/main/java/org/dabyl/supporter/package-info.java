/**
 * Who can come: registration for districts, how soon, what they bring, and when they may not be disturbed.
 *
 * <p>A supporter is a sealed chat id and a few short fields, never a name or a number. Nothing here lists supporters: the sets by
 * district are read by Redis alone, for counting and for launching a dispatch.
 */
@NullMarked
package org.dabyl.supporter;

import org.jspecify.annotations.NullMarked;
