package org.dabyl.watch;

import java.time.Instant;
import java.util.Map;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;

/** What is said to those who keep watch, in every language. */
public interface Wording {

    /** That the shift begins soon. */
    Map<Language, Message> soon(Shift shift, Instant start);

    /** That it begins now, with a button by which to report in. */
    Map<Language, Message> begin(Shift shift, Instant start);

    /** To another watcher: that nobody reported in, with a button by which to take it over. */
    Map<Language, Message> takeOver(Shift shift, Instant start);
}
