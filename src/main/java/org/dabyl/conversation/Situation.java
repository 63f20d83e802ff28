package org.dabyl.conversation;

import org.dabyl.delivery.Progress;
import org.dabyl.turnout.History;
import org.dabyl.turnout.Tally;

/**
 * What a board shows of an alert.
 *
 * @param progress how far the card has come
 * @param stranded of those who wait for it, how many wait for a bot that is out of service
 * @param tally who answered what
 * @param history who came to earlier alerts
 * @param remarks how many remarks were written
 */
record Situation(Progress progress, long stranded, Tally tally, History history, long remarks) {}
