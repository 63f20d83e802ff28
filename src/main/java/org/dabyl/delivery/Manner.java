package org.dabyl.delivery;

import org.dabyl.delivery.Reserve.Rank;

/**
 * How something is posted.
 *
 * @param rank in whose turn
 * @param noted whether the message is noted in {@link SentMessages}
 * @param answers the message of the person that it answers, noted with it; 0 for none
 */
record Manner(Rank rank, boolean noted, long answers) {

    static final Manner ANSWER = new Manner(Rank.ANSWER, true, 0);

    Manner as(Rank other) {
        return new Manner(other, noted, answers);
    }

    Manner answering(long messageId) {
        return new Manner(rank, noted, messageId);
    }
}
