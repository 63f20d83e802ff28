package org.dabyl.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A button below a message.
 *
 * @param label what it says
 * @param data what a press brings back, 1 to 64 bytes; null for a link
 * @param link where it leads, null for a press
 */
public record Button(
        String label, @Nullable String data, @Nullable String link) {

    public static Button press(String label, String data) {
        return new Button(label, data, null);
    }

    public static Button link(String label, String link) {
        return new Button(label, null, link);
    }
}
