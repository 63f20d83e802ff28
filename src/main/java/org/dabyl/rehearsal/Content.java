package org.dabyl.rehearsal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a message says. Equal contents are shared between chats, so that one card in ten thousand chats is held once; its JSON
 * is therefore never changed.
 *
 * @param text the text, or the caption of a photo; empty where there is neither
 * @param entities Telegram's entities of the text
 * @param buttons the inline keyboard, as an array of rows
 * @param photo the file id of a photo
 * @param location latitude and longitude
 * @param guarded whether the message may not be forwarded or saved
 */
record Content(
        String text,
        @Nullable JsonNode entities,
        @Nullable JsonNode buttons,
        @Nullable String photo,
        @Nullable Point location,
        boolean guarded) {

    record Point(double latitude, double longitude) {}

    static Content text(String text) {
        return new Content(text, null, null, null, null, false);
    }

    static Content place(double latitude, double longitude) {
        return new Content("", null, null, null, new Point(latitude, longitude), false);
    }

    static Content photo(String fileId, String caption) {
        return new Content(caption, null, null, fileId, null, false);
    }

    Content withEntities(@Nullable JsonNode newEntities) {
        return new Content(text, newEntities, buttons, photo, location, guarded);
    }

    Content withText(String newText, @Nullable JsonNode newEntities) {
        return new Content(newText, newEntities, buttons, photo, location, guarded);
    }

    Content withButtons(@Nullable JsonNode newButtons) {
        return new Content(text, entities, newButtons, photo, location, guarded);
    }

    Content guardedIf(boolean guard) {
        return new Content(text, entities, buttons, photo, location, guard);
    }
}
