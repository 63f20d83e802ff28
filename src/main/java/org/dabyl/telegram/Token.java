package org.dabyl.telegram;

import java.util.regex.Pattern;
import org.dabyl.delivery.BotId;

/**
 * A bot's secret, as BotFather gives it: the bot's id, a colon, and the rest.
 *
 * @param value never shown or logged
 */
public record Token(String value) {

    // the id fits into a long; the rest goes into the path of every request
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}:[A-Za-z0-9_-]+");

    /** Checks the form; throws a {@link WrongConnection} that does not show the token. */
    public Token {
        if (!FORM.matcher(value).matches()) {
            throw new WrongConnection(
                    "A bot token is malformed: it must be digits, a colon, and letters as BotFather gave it.");
        }
    }

    BotId bot() {
        return new BotId(Long.parseLong(value, 0, value.indexOf(':'), 10));
    }

    /** The type, never the value. */
    @Override
    public String toString() {
        return "Token";
    }
}
