package org.dabyl.delivery;

import org.dabyl.delivery.Reserve.Rank;

/**
 * How something is posted.
 *
 * @param rank in whose turn
 * @param noted whether the message is noted in {@link SentMessages}
 * @param answers the message of the person that it answers, noted with it; 0 for none
 * @param tries how often a message is tried where the outcome is unknown
 */
record Manner(Rank rank, boolean noted, long answers, int tries) {

    static final Manner ANSWER = new Manner(Rank.ANSWER, true, 0, 2);

    Manner as(Rank other) {
        return new Manner(other, noted, answers, tries);
    }

    Manner unnoted() {
        return new Manner(rank, false, answers, tries);
    }

    Manner once() {
        return new Manner(rank, noted, answers, 1);
    }

    Manner answering(long messageId) {
        return new Manner(rank, noted, messageId, tries);
    }
}
