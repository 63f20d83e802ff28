package org.dabyl.rehearsal;

import java.util.regex.Pattern;

/** A bot that the simulated Telegram knows: its token, of the form {@code <digits>:<anything>}, and its username. */
public record RehearsalBot(String token, String username) {
    static final Pattern TOKEN = Pattern.compile("([0-9]{1,15}):[^/]+");

    public RehearsalBot {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("A bot's token is <digits>:<anything>");
        }
    }

    /** The bot's own id, which is the number at the head of its token. */
    long id() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** The username alone, for a token is a secret even where it is simulated. */
    @Override
    public String toString() {
        return "RehearsalBot[" + username + "]";
    }
}
