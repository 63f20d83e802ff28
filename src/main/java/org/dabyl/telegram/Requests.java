package org.dabyl.telegram;

import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Picture;
import org.dabyl.vault.ChatId;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardRemove;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;

/** Messages in Telegram's words. No parse mode is ever set: what a person wrote must not be read as markup. */
final class Requests {

    private static final MediaType PNG = MediaType.get("image/png");

    private Requests() {}

    static SendMessage send(ChatId to, Message message, boolean protect) {
        return SendMessage.builder()
                .chatId(String.valueOf(to.value()))
                .text(message.text())
                .entities(bold(message.title()))
                .linkPreviewOptions(noPreview())
                .disableNotification(message.silent())
                .protectContent(protect)
                .replyMarkup(keyboard(message.keyboard()))
                .build();
    }

    /** The body of a {@code sendPhoto} whose file Telegram has already. */
    static Map<String, Object> photo(ChatId to, String file, String caption, boolean protect) {
        return Map.of("chat_id", to.value(), "photo", file, "caption", caption, "protect_content", protect);
    }

    /** The form of a {@code sendPhoto} that brings its file. */
    static RequestBody photo(ChatId to, Picture picture, boolean protect) {
        return new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("chat_id", String.valueOf(to.value()))
                .addFormDataPart("photo", "picture.png", RequestBody.create(picture.png(), PNG))
                .addFormDataPart("caption", picture.caption())
                .addFormDataPart("protect_content", String.valueOf(protect))
                .build();
    }

    static EditMessageText edit(ChatId to, int messageId, Message message) {
        return EditMessageText.builder()
                .chatId(String.valueOf(to.value()))
                .messageId(messageId)
                .text(message.text())
                .entities(bold(message.title()))
                .linkPreviewOptions(noPreview())
                // an edit takes inline buttons only
                .replyMarkup(message.keyboard() instanceof Keyboard.Inline inline ? markup(inline) : null)
                .build();
    }

    /** Lengths are in UTF-16 code units, as Java's are. */
    private static List<MessageEntity> bold(String title) {
        return title.isEmpty()
                ? List.of()
                : List.of(MessageEntity.builder()
                        .type("bold")
                        .offset(0)
                        .length(title.length())
                        .build());
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    private static @Nullable ReplyKeyboard keyboard(Keyboard keyboard) {
        return switch (keyboard) {
            case Keyboard.None none -> null;
            case Keyboard.Inline inline -> markup(inline);
            case Keyboard.AskLocation ask ->
                ReplyKeyboardMarkup.builder()
                        .keyboardRow(new KeyboardRow(KeyboardButton.builder()
                                .text(ask.label())
                                .requestLocation(true)
                                .build()))
                        .oneTimeKeyboard(true)
                        .resizeKeyboard(true)
                        .build();
            case Keyboard.Below below -> below(below);
        };
    }

    private static ReplyKeyboard below(Keyboard.Below below) {
        if (below.rows().isEmpty()) {
            return ReplyKeyboardRemove.builder().removeKeyboard(true).build();
        }
        return ReplyKeyboardMarkup.builder()
                .keyboard(below.rows().stream()
                        .map(row ->
                                new KeyboardRow(row.stream().map(Requests::key).toList()))
                        .toList())
                .isPersistent(true)
                .resizeKeyboard(true)
                .build();
    }

    private static KeyboardButton key(Keyboard.Key key) {
        return KeyboardButton.builder()
                .text(key.label())
                .requestLocation(key.location() ? true : null)
                .build();
    }

    private static InlineKeyboardMarkup markup(Keyboard.Inline inline) {
        return InlineKeyboardMarkup.builder()
                .keyboard(inline.rows().stream()
                        .map(row -> new InlineKeyboardRow(
                                row.stream().map(Requests::button).toList()))
                        .toList())
                .build();
    }

    private static InlineKeyboardButton button(Button button) {
        return InlineKeyboardButton.builder()
                .text(button.label())
                .callbackData(button.data())
                .url(button.link())
                .build();
    }
}
