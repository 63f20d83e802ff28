package org.dabyl.channel;

import org.dabyl.delivery.Address;

/**
 * A channel or a group.
 *
 * @param address the chat and the bot that is in it
 * @param channel whether only administrators write there
 * @param title what it is called, at most {@value #LONGEST_TITLE} characters
 */
public record Place(Address address, boolean channel, String title) {

    static final int LONGEST_TITLE = 60;

    /** Cuts the title where it is longer, and not in the middle of a character. */
    public Place {
        title = title.codePointCount(0, title.length()) > LONGEST_TITLE
                ? title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…"
                : title;
    }

    /** The type, never the title. */
    @Override
    public String toString() {
        return "Place";
    }
}
