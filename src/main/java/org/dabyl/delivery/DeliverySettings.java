package org.dabyl.delivery;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages go out.
 *
 * @param rate messages a second and bot that a broadcast keeps to; in no second are there more than {@code rate + 1}, answers to
 *     people included. Telegram's limit is about 30 (Bot FAQ), so 29.
 * @param lease how long one instance may take to send one message before another takes over; more than twice a call's time-out,
 *     for a message is not begun in the second half of its lease
 */
@Validated
@ConfigurationProperties("dabyl")
public record DeliverySettings(
        @DecimalMin("1") @DecimalMax("1000") @DefaultValue("29")
        double rate,

        @DefaultValue("30s") Duration lease) {}
