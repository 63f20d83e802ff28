/**
 * The only package that speaks Telegram: the fleet of bots, the sender, the poller, the webhook.
 *
 * <p>Receiving is a poller of our own, for the library's session confirms updates before they are handled and ends for ever on an
 * unexpected exception. A batch is confirmed only after what we read of it lies, sealed, in a Redis stream; what is in the stream is
 * handled at least once. Where an address is set, a webhook stores into the same stream instead, on whichever instance it ends.
 * Answers are read as JSON trees, never as the library's types: one field that it does not know must not lose an update, nor make a
 * message that was sent look like one that was not.
 *
 * <p>Telegram hands updates over in their order, so a flood of strangers stands in front of everybody until it is fetched: a door turns
 * them away before anything is sealed or stored, at the webhook as at the poller; an instance that does not receive for the bot knows of
 * no crowd, and stores what Telegram brings it. What counts even of a stranger, registering above all, is never turned away; in a rush
 * it is done at once, and the words about it follow at Telegram's pace. Where much comes for longer than a moment, updates are asked
 * for even where a webhook is set: each that is brought costs a request of its own.
 *
 * <p>Who is registered, and old in it, is turned away only for haste: for more than people say while others wait, once that is told
 * them. The lines behind the door are an organiser's, a resident's, a newcomer's and a stranger's, and none waits for the next.
 */
@NullMarked
package org.dabyl.telegram;

import org.jspecify.annotations.NullMarked;
