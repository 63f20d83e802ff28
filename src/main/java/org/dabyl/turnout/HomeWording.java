package org.dabyl.turnout;

import java.util.List;
import java.util.Map;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;

/** What is said after the end of an alert about those who are not home yet. */
public interface HomeWording {

    /** Asks one person. */
    Map<Language, Message> question(Alert alert);

    /** Tells those who offered legal help who has not answered, by number; {@code closed} where it does not change any more. */
    Map<Language, Message> list(Alert alert, List<Missing> missing, boolean closed);
}
