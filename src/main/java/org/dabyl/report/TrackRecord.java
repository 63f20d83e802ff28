package org.dabyl.report;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a person's earlier reports.
 *
 * @param right how many were followed by an alert that organisers raised or confirmed
 * @param wrong how many were false alarms
 * @param suspendedUntil until when they cannot report; empty where they can
 */
public record TrackRecord(int right, int wrong, Optional<Instant> suspendedUntil) {

    static final TrackRecord NONE = new TrackRecord(0, 0, Optional.empty());
}
