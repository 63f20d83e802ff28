package org.dabyl.delivery;

import java.util.Map;

/**
 * One message to many.
 *
 * @param id its name; launching it again does nothing
 * @param priority when it is served
 * @param breaksMute whether it also goes to those who muted the bot
 * @param texts the message in every language, at least in one; who speaks another gets the Russian one
 */
public record Dispatch(DispatchId id, Priority priority, boolean breaksMute, Map<Language, Message> texts) {

    public Dispatch {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("dispatch " + id.value() + " says nothing");
        }
        texts = Map.copyOf(texts);
    }
}
