package org.dabyl.telegram;

/** Says in one sentence why the settings of Telegram are refused; carries no token. */
public final class WrongConnection extends RuntimeException {

    WrongConnection(String sentence) {
        super(sentence);
    }
}
