/**
 * Who may call: organisers, the districts they call for, and the links that make them organisers.
 *
 * <p>Any of them may be an agent, so none acts unseen: every act goes into a log of which each entry carries a keyed hash of the one
 * before, and is told to the others of the district by a number drawn at random. One message a minute at most, without a sound, holds
 * all that was done meanwhile: in a morning of a hundred acts nobody is drowned. Only what changes who may call, or who reads, is told
 * at once and aloud. What is shown or asked is no act; what is noted may not have been done, but what was done is noted.
 *
 * <p>An organiser's right is looked up at the moment it is used, never remembered in a button: what a button carries can be forged.
 */
@NullMarked
package org.dabyl.organiser;

import org.jspecify.annotations.NullMarked;
