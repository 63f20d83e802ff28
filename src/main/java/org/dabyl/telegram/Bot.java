package org.dabyl.telegram;

import java.util.List;
import org.dabyl.delivery.BotId;

/**
 * One bot of the fleet.
 *
 * @param calls for what is answered at once
 * @param polls for what blocks until something happens
 */
record Bot(BotId id, Api calls, Api polls, Standing standing) {

    /** The kinds of updates that are understood; Telegram sends no others. */
    static final List<String> UPDATES = List.of("message", "callback_query", "my_chat_member");
}
