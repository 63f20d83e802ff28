/**
 * Getting a message to every phone: audiences, the lease outbox, the pace, and settling.
 *
 * <p>A <em>dispatch</em> is one message to many. Launching it writes the recipients' set and the text once for each language; after
 * that any instance <em>claims</em> a few recipients at a time under a lease, sends, and <em>settles</em> each one. A process that
 * dies holding a lease loses nothing: the lease expires and another instance sends again. What is answered to one person
 * ({@link org.dabyl.delivery.Post}) shares the pace of its bot with the dispatches and goes first.
 *
 * <p>A refusal is the recipient's until it is known to be the message's: one who cannot be written to is given up for this dispatch,
 * and stays registered unless they blocked the bot or are no more; several in a row stop the dispatch.
 */
@NullMarked
package org.dabyl.delivery;

import org.jspecify.annotations.NullMarked;
