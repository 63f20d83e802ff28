package org.dabyl.vault;

/**
 * A chat id as it is stored: the same value every time for the same person, opened only by {@link Vault#open(SealedId)}.
 *
 * @param value 32 characters of base64url
 */
public record SealedId(String value) {

    private static final int LENGTH = 32;

    public SealedId {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("not a sealed id: " + value.length() + " characters");
        }
    }

    /** The type, never the value: a pseudonym in a log would join its lines to one person. */
    @Override
    public String toString() {
        return "SealedId";
    }
}
