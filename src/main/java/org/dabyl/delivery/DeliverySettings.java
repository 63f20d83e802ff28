package org.dabyl.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages go out.
 *
 * @param rate messages a second and bot, 1 to 1000, that a broadcast keeps to; in no second are there more than {@code rate + 1}, answers to
 *     people included. Telegram's limit is about 30 (Bot FAQ), so 29.
 * @param lease how long one instance may take to send one message before another takes over; more than twice a call's time-out,
 *     for a message is not begun in the second half of its lease
 */
@ConfigurationProperties("dabyl")
public record DeliverySettings(
        @DefaultValue("29") double rate,
        @DefaultValue("30s") Duration lease) {

    private static final double HIGHEST_RATE = 1000;

    public DeliverySettings {
        if (!(rate >= 1 && rate <= HIGHEST_RATE)) {
            throw new IllegalArgumentException("dabyl.rate (DABYL_RATE) must be a number from 1 to 1000");
        }
    }
}
