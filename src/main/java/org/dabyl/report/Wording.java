package org.dabyl.report;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;

/** What those who reported are told, in every language. */
public interface Wording {

    /** What became of the event. */
    Map<Language, Message> told(Event event, Optional<Alert> alert);

    /** The same, and that they cannot report for a time. */
    Map<Language, Message> suspended(Event event, Instant until);

    /** Nobody has answered, and what to do. */
    Map<Language, Message> unanswered(Event event, QuorumSettings quorum);
}
