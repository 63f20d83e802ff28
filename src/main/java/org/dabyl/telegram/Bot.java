package org.dabyl.telegram;

import org.dabyl.delivery.BotId;

/**
 * One bot of the fleet.
 *
 * @param calls for what is answered at once
 * @param polls for what blocks until something happens
 */
record Bot(BotId id, Api calls, Api polls, Standing standing) {}
