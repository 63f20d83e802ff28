package org.dabyl.conversation;

import java.util.Set;

/** What a person can ask for by a slash. Who may not is answered as if it did not exist. */
interface Command extends Offer {

    /** Its names, without the slash, in lower case. */
    Set<String> names();

    /** Does it; {@code name} is the one of its names that was used, {@code rest} what was written behind it, trimmed. */
    void run(Chat chat, String name, String rest);
}
