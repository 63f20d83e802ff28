package org.dabyl.delivery;

import java.util.function.BooleanSupplier;
import org.dabyl.delivery.Reserve.Rank;

/**
 * How something is posted.
 *
 * @param rank in whose turn
 * @param noted whether the message is noted in {@link SentMessages}
 * @param answers the message of the person that it answers, noted with it; 0 for none
 * @param tries how often a message is tried where the outcome is unknown
 * @param wanted asked when it is its turn; where it is not, nothing is called
 * @param recalled whether a message that is no longer wanted when it has arrived is deleted again
 */
record Manner(Rank rank, boolean noted, long answers, int tries, BooleanSupplier wanted, boolean recalled) {

    static final Manner ANSWER = new Manner(Rank.ANSWER, true, 0, 2, () -> true, false);

    Manner as(Rank other) {
        return new Manner(other, noted, answers, tries, wanted, recalled);
    }

    Manner unnoted() {
        return new Manner(rank, false, answers, tries, wanted, recalled);
    }

    Manner once() {
        return new Manner(rank, noted, answers, 1, wanted, recalled);
    }

    Manner answering(long messageId) {
        return new Manner(rank, noted, messageId, tries, wanted, recalled);
    }

    Manner onlyIf(BooleanSupplier condition) {
        return new Manner(rank, noted, answers, tries, condition, false);
    }

    Manner onlyWhile(BooleanSupplier condition) {
        return new Manner(rank, noted, answers, tries, condition, true);
    }
}
