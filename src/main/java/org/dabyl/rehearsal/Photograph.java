package org.dabyl.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** A picture that somebody of the story takes with their phone. */
final class Photograph {

    private Photograph() {}

    /** A drawing, for no real place or person is shown. */
    static byte[] ofTheGate() {
        try (InputStream picture = Objects.requireNonNull(Photograph.class.getResourceAsStream("look/gate.png"))) {
            return picture.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
