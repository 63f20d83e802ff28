package org.dabyl.report;

import org.dabyl.district.Quorum;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When residents raise an alert without an organiser, in districts for which the file says nothing else.
 *
 * @param enabled whether they can at all
 * @param reports how many independent residents have to report the same
 * @param minutes how long the organisers have to answer
 * @param days how long a resident has to be registered for the district
 */
@ConfigurationProperties("dabyl.quorum")
public record QuorumSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("3") int reports,
        @DefaultValue("2") int minutes,
        @DefaultValue("7") int days) {

    public QuorumSettings {
        expect("reports", reports, Quorum.LEAST_REPORTS, Quorum.MOST_REPORTS);
        expect("minutes", minutes, Quorum.LEAST_MINUTES, Quorum.MOST_MINUTES);
        expect("days", days, Quorum.LEAST_DAYS, Quorum.MOST_DAYS);
    }

    private static void expect(String name, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "dabyl.quorum.%s must be a number from %d to %d".formatted(name, least, most));
        }
    }
}
