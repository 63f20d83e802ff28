package org.dabyl.report;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reports are taken.
 *
 * @param merge how long after its last report an event is joined by another
 * @param perHour how many reports one person can make in an hour, 1 to 1000
 * @param newcomers how many reports at once of people who would not count in a quorum yet are taken at a bot in all, 1 to 1000000;
 *     one more every 2 s
 * @param hold for how long an organiser who answered without deciding holds the quorum back: who may be under arrest by then, or
 *     worse, cannot silence the district for good
 * @param unanswered after how long its reporters are told that nobody answers
 * @param falseReports how many false reports in a row suspend a person, 1 to 100
 * @param suspension for how long
 */
@ConfigurationProperties("dabyl.report")
public record ReportSettings(
        @DefaultValue("15m") Duration merge,
        @DefaultValue("6") int perHour,
        @DefaultValue("30") int newcomers,
        @DefaultValue("10m") Duration hold,
        @DefaultValue("10m") Duration unanswered,
        @DefaultValue("3") int falseReports,
        @DefaultValue("3d") Duration suspension) {

    public ReportSettings {
        if (perHour < 1 || perHour > 1000) {
            throw new IllegalArgumentException("dabyl.report.per-hour must be a number from 1 to 1000");
        }
        if (newcomers < 1 || newcomers > 1_000_000) {
            throw new IllegalArgumentException("dabyl.report.newcomers must be a number from 1 to 1000000");
        }
        if (falseReports < 1 || falseReports > 100) {
            throw new IllegalArgumentException("dabyl.report.false-reports must be a number from 1 to 100");
        }
    }
}
