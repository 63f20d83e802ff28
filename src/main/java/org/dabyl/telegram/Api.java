package org.dabyl.telegram;

import java.util.concurrent.ExecutionException;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The Bot API in the name of one bot: a request goes out once and an answer comes back; nothing is thrown. */
final class Api {

    private final TelegramClient client;

    Api(TelegramClient client) {
        this.client = client;
    }

    /** Calls by the method's documented name: the library's is in lower case, which only Telegram's own server takes. */
    Answer call(BotApiMethod<?> request) {
        String name = request.getClass().getSimpleName();
        return call(Character.toLowerCase(name.charAt(0)) + name.substring(1), request);
    }

    /** Sends a picture, as a form with a file. */
    Answer call(Photo photo) {
        try {
            client.executeAsync(photo).get();
            return Answer.read(photo.answer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        } catch (ExecutionException e) {
            return Answer.NONE;
        }
    }

    /** Calls a method with any JSON body; an interrupted thread stays interrupted. */
    Answer call(String method, Object body) {
        try {
            return Answer.read(client.executeAsync(new Call(method, body)).get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        } catch (ExecutionException | TelegramApiException e) {
            // neither is logged: their messages carry the address, and it carries the token
            return Answer.NONE;
        }
    }
}
