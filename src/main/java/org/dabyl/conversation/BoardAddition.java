package org.dabyl.conversation;

import org.dabyl.alert.Alert;
import org.dabyl.delivery.Language;
import org.dabyl.delivery.Message;

/** What stands on an organiser's board besides the counts. */
interface BoardAddition {

    /** The board with it. */
    Message add(Message board, Alert alert, Language language);
}
