package org.dabyl.report;

import java.time.Instant;
import org.dabyl.alert.Alert;

/** What came of making a report. */
public sealed interface Filed {

    /** It counts, and the organisers see it at once. */
    record Counted(Event event) implements Filed {}

    /** It counts, and the alert is out already. */
    record Known(Event event, Alert alert) implements Filed {}

    /** Not counted: too many who are new in their districts report at the moment. */
    record Crowded() implements Filed {}

    /** Too many in an hour. */
    record TooMany() implements Filed {}

    /** Three false ones: not before this time. */
    record Suspended(Instant until) implements Filed {}

    /** The person is not registered for this district. */
    record Elsewhere() implements Filed {}
}
