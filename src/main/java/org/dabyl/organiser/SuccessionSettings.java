package org.dabyl.organiser;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long organisers may be silent before others are asked.
 *
 * @param report after a report, or an alert of the residents, that none of them answers
 * @param alert while an alert of theirs runs
 * @param heard before they are asked whether they are there, and again before the others are told that they do not answer
 */
@ConfigurationProperties("dabyl.succession")
public record SuccessionSettings(
        @DefaultValue("3m") Duration report,
        @DefaultValue("30m") Duration alert,
        @DefaultValue("24h") Duration heard) {

    public SuccessionSettings {
        if (!report.isPositive() || !alert.isPositive() || !heard.isPositive()) {
            throw new IllegalArgumentException("dabyl.succession.* must be times, such as 3m");
        }
    }
}
