package org.dabyl.alert;

import java.util.Map;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;

/** What an alert says to the people it calls, in every language. */
public interface Wording {

    /** The call, with the buttons that answer it. */
    Map<Language, Message> card(Alert alert);

    /** The call to those of a farther ring, with the same buttons. */
    Map<Language, Message> ring(Alert alert);

    /** The card of what is a call now, to those who were to be ready. */
    Map<Language, Message> call(Alert alert);

    /** News to those who were called, or to some of them. */
    Map<Language, Message> update(Alert alert, News news);

    /** An organiser answers for an alert that residents raised. */
    Map<Language, Message> confirmed(Alert alert);

    /** The end. */
    Map<Language, Message> standDown(Alert alert);
}
