package org.dabyl.rehearsal;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What a request of the control API says; which fields matter depends on its address. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Deed(
        @Nullable String bot,
        @Nullable Long id,
        @Nullable Integer count,
        @Nullable String languageCode,
        @Nullable String firstName,
        @Nullable String type,
        @Nullable String title,
        @Nullable Long person,
        @Nullable String status,
        @Nullable Boolean posts,
        @Nullable String text,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Integer messageId,
        @Nullable String data,
        @Nullable Integer row,
        @Nullable Integer column,
        @Nullable String payload,
        @Nullable String url,
        @Nullable String photo,
        @Nullable String caption) {

    static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("The field " + name + " is missing");
        }
        return value;
    }

    /** The data of the button that this names, by its data or by its place in the keyboard. */
    String button(Chat chat) {
        if (data != null) {
            return data;
        }
        Message message = chat.message(required(messageId, "message_id"))
                .orElseThrow(() -> new NoSuchElementException("No such message"));
        @Nullable JsonNode buttons = message.content().buttons();
        if (buttons == null) {
            throw new NoSuchElementException("The message has no buttons");
        }
        JsonNode button = buttons.path(row == null ? 0 : row).path(column == null ? 0 : column);
        return button.path("callback_data")
                .stringValueOpt()
                .orElseThrow(() -> new NoSuchElementException("No such button with callback data"));
    }

    /** Presses the button that this names, and returns the id of the query. */
    JsonNode press(People people, Account bot, Chat chat, Person who) {
        int message = required(messageId, "message_id");
        return Shapes.object().put("query", people.press(bot, chat, who, message, button(chat)));
    }
}
