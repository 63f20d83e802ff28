/**
 * Who may call: organisers, the districts they call for, and the links that make them organisers.
 *
 * <p>Any of them may be an agent, so none acts unseen: every act goes into a log of which each entry carries a keyed hash of the one
 * before, and is told to the others of the district by a number drawn at random. One message a minute at most, without a sound, holds
 * all that was done meanwhile: in a morning of a hundred acts nobody is drowned. Only what changes who may call, or who reads, or asks
 * for that, is told at once and aloud; who asks for the same again and again is heard aloud once in half an hour. What is shown or asked is no act; what is noted may not have been done, but what was done is noted.
 *
 * <p>Two others cut one off at once. An agent who is cut off must not know it, or the next one is warned: "no such command" would tell
 * them, and so would an error. So they go on being answered as an organiser: they choose, write and send, and their board fills at the
 * usual pace, but it counts the people of the moment in which they were cut off, and nobody is called. Invitations they make are links
 * that make nobody an organiser. The rest of the program takes them for nobody, so that whatever was forgotten in the imitation fails
 * to act instead of acting. What they had begun (drafts, invitations, wishes to suspend) ends at that moment.
 *
 * <p>An organiser's right is looked up at the moment it is used, never remembered in a button: what a button carries can be forged.
 */
@NullMarked
package org.dabyl.organiser;

import org.jspecify.annotations.NullMarked;
