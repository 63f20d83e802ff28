package org.dabyl.turnout;

import java.util.Map;
import org.dabyl.alert.Alert;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;

/** How people who were called are asked again, in every language and with the buttons that answer. */
public interface Asking {

    /** To who did not answer. */
    Map<Language, Message> silent(Alert alert);

    /** To who said that they come and should be there by now. */
    Map<Language, Message> late(Alert alert);

    /** To who did not answer, now that enough come. */
    Map<Language, Message> enough(Alert alert);

    /** To those who were told to stand by, now that more are needed after all. */
    Map<Language, Message> again(Alert alert);
}
