package org.dabyl.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages go out.
 *
 * @param rate messages a second and bot, 1 to 1000, that a broadcast keeps to; in no second are there more than {@code rate + 1}, answers to
 *     people included. Telegram's limit is about 30 (Bot FAQ), so 29.
 * @param lease how long after the last sign of life of an instance another one sends what it had under way; an instance gives four
 *     signs in that time, so a call to Telegram may take longer
 * @param paidBroadcast whether broadcasts go out at Telegram's paid pace
 */
@ConfigurationProperties("dabyl")
public record DeliverySettings(
        @DefaultValue("29") double rate,
        @DefaultValue("10s") Duration lease,
        @DefaultValue PaidBroadcast paidBroadcast) {

    /** Telegram's limit without paying (Bot FAQ: about 30 messages a second). */
    static final double FREE = 30;

    private static final double HIGHEST_RATE = 1000;

    /**
     * Messages to many at up to 1000 a second, each above 30 for 0.1 Stars; Telegram asks for 10,000 Stars and 10,000 monthly users
     * (Bot FAQ). Answers, boards and edits are never paid for: they keep to {@link DeliverySettings#rate()}.
     *
     * @param enabled off unless it is set
     * @param rate messages to many a second and bot, 31 to 1000; 1000 where none is set
     */
    public record PaidBroadcast(
            @DefaultValue("false") boolean enabled,
            @Nullable Double rate) {

        static final PaidBroadcast OFF = new PaidBroadcast(false, null);
    }

    /** Refuses what contradicts itself, in words that name the setting. */
    @ConstructorBinding
    public DeliverySettings {
        require(rate >= 1 && rate <= HIGHEST_RATE, "dabyl.rate (DABYL_RATE) must be a number from 1 to 1000");
        Double paid = paidBroadcast.rate();
        if (paidBroadcast.enabled()) {
            require(
                    rate <= FREE,
                    "dabyl.rate (DABYL_RATE) is the free pace and at most 30 where dabyl.paid-broadcast.enabled is set;"
                            + " the paid pace is dabyl.paid-broadcast.rate");
            require(
                    paid == null || (paid > FREE && paid <= HIGHEST_RATE),
                    "dabyl.paid-broadcast.rate (DABYL_PAIDBROADCAST_RATE) must be a number from 31 to 1000");
        } else {
            require(
                    paid == null,
                    "dabyl.paid-broadcast.rate (DABYL_PAIDBROADCAST_RATE) is set, and dabyl.paid-broadcast.enabled"
                            + " (DABYL_PAIDBROADCAST_ENABLED) is not: set both or none");
        }
    }

    /** Without paying. */
    public DeliverySettings(double rate, Duration lease) {
        this(rate, lease, PaidBroadcast.OFF);
    }

    /** Whether messages to many are paid for, and so have a pace of their own. */
    boolean paid() {
        return paidBroadcast.enabled();
    }

    /** Messages to many a second and bot. */
    public double broadcastRate() {
        if (!paid()) {
            return rate;
        }
        Double set = paidBroadcast.rate();
        return set == null ? HIGHEST_RATE : set;
    }

    private static void require(boolean fine, String otherwise) {
        if (!fine) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
