package org.dabyl.organiser;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long new organisers do not count as one of two.
 *
 * @param probation for so long after their appointment by another organiser; 0 for not at all
 */
@ConfigurationProperties("dabyl.organiser")
public record ProbationSettings(@DefaultValue("24h") Duration probation) {

    public ProbationSettings {
        if (probation.isNegative()) {
            throw new IllegalArgumentException("dabyl.organiser.probation must be a time, such as 24h, or 0");
        }
    }
}
