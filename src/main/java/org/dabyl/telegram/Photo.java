package org.dabyl.telegram;

import java.io.ByteArrayInputStream;
import org.dabyl.delivery.Picture;
import org.dabyl.vault.ChatId;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** A picture on its way; like a {@link Call}, it keeps Telegram's answer as text. */
final class Photo extends SendPhoto {

    private volatile String answer = "";

    Photo(ChatId to, Picture picture, boolean protect) {
        super(SendPhoto.builder()
                .chatId(String.valueOf(to.value()))
                .photo(new InputFile(new ByteArrayInputStream(picture.png()), "picture.png"))
                .caption(picture.caption())
                .protectContent(protect));
    }

    /** The documented name: the library's is in lower case, which only Telegram's own server takes. */
    @Override
    public String getMethod() {
        return "sendPhoto";
    }

    @Override
    public Message deserializeResponse(String text) {
        answer = text;
        return new Message();
    }

    String answer() {
        return answer;
    }

    /** Left to Telegram: the library's complaint prints the chat. */
    @Override
    public void validate() {}

    /** By identity: two pictures are never the same. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
