package org.dabyl.delivery;

import org.dabyl.vault.SealedId;

/**
 * A recipient whom this process may send to until the lease ends.
 *
 * @param attempt how often the recipient was leased, from 1: the fence, for of two leases only the later one settles
 * @param priority that of the dispatch
 */
record Lease(DispatchId dispatch, SealedId chat, int attempt, Language language, Priority priority) {}
