package org.dabyl.alert;

import java.util.List;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;

/** What an alert says in a channel or group, in one language or in several below each other. */
public interface PublicWording {

    /** The call, with the buttons that answer it and one by which to register with this bot. */
    Message card(Alert alert, BotId bot, List<Language> languages);

    /** That what people were to be ready for is a call now, below the card. */
    Message call(Alert alert, List<Language> languages);

    /** News to those who read there. */
    Message update(Alert alert, News news, List<Language> languages);

    /** The end, in place of the card and below it; with nothing to press. */
    Message standDown(Alert alert, List<Language> languages);
}
