package org.dabyl.rehearsal;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of text that is drawn alike.
 *
 * @param style classes of the style sheet, such as {@code bold italic}
 * @param target what a tap on it opens or sends; null where nothing
 * @param kind how a tap on it acts
 */
public record Run(
        String text, String style, Kind kind, @Nullable String target) {

    /** A tap does nothing, sends a command, opens a bot in this phone, or leaves for a page of the web. */
    public enum Kind {
        PLAIN,
        COMMAND,
        BOT,
        WEB
    }
}
