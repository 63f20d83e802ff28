package org.dabyl.vault;

/** A sealed value that this keyset does not open; carries no value. */
public final class SealBroken extends RuntimeException {

    SealBroken(Exception cause) {
        super("a sealed value does not open: another keyset, or another place", cause);
    }
}
