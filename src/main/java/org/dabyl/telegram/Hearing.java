package org.dabyl.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Said;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Understands updates, and never stumbles: a field that is missing or of another type counts as absent.
 *
 * <p>People are heard in private chats; what happens in channels and groups is understood apart, by {@link PublicHearing}. Other bots
 * and kinds of updates not asked for are met with silence.
 */
final class Hearing {

    private static final double HIGHEST_LATITUDE = 90;
    private static final double HIGHEST_LONGITUDE = 180;

    /** Far above Telegram's, which have about 80 characters. */
    private static final int LONGEST_FILE_ID = 300;

    private final Vault vault;
    private final BotId bot;
    private final PublicHearing inPublic;

    Hearing(Vault vault, BotId bot) {
        this.vault = vault;
        this.bot = bot;
        this.inPublic = new PublicHearing(vault, bot);
    }

    /** Reads one update as Telegram wrote it, or its {@link Essence}. */
    Heard hear(long id, String json) {
        try {
            return hear(id, Json.UPDATES.readTree(json));
        } catch (JsonProcessingException e) {
            return new Heard.Silence();
        }
    }

    Heard hear(long id, JsonNode update) {
        if (update.has("message")) {
            return message(id, update.path("message"));
        }
        if (update.has("callback_query")) {
            return press(id, update.path("callback_query"));
        }
        return update.has("my_chat_member") ? membership(id, update.path("my_chat_member")) : new Heard.Silence();
    }

    private Heard message(long id, JsonNode message) {
        JsonNode from = message.path("from");
        if (!inPrivate(message)) {
            return inPublic.message(id, message);
        }
        if (isBot(from)) {
            return new Heard.Silence();
        }
        Heard heard = speech(message.path("chat").path("id"), from, id, content(message), "message");
        return heard instanceof Heard.Speech speech
                ? speech.of(message.path("message_id").asLong(0))
                : heard;
    }

    private static Said content(JsonNode message) {
        if (message.path("text").isTextual()) {
            return new Said.Text(message.path("text").textValue());
        }
        JsonNode venue = message.path("venue").path("location");
        Said.Place place = place(venue.isObject() ? venue : message.path("location"));
        return place != null ? place : picture(message);
    }

    /** Telegram lists a photo's sizes from the smallest to the largest. */
    private static Said picture(JsonNode message) {
        String caption = message.path("caption").textValue();
        JsonNode sizes = message.path("photo");
        String file = sizes.path(sizes.size() - 1).path("file_id").textValue();
        boolean usable = file != null && !file.isEmpty() && file.length() <= LONGEST_FILE_ID;
        return usable ? new Said.Photo(file, caption == null ? "" : caption) : new Said.Other(caption);
    }

    private static Said.@Nullable Place place(JsonNode location) {
        JsonNode latitude = location.path("latitude");
        JsonNode longitude = location.path("longitude");
        boolean onEarth = latitude.isNumber()
                && longitude.isNumber()
                && Math.abs(latitude.asDouble()) <= HIGHEST_LATITUDE
                && Math.abs(longitude.asDouble()) <= HIGHEST_LONGITUDE;
        return onEarth ? new Said.Place(latitude.asDouble(), longitude.asDouble()) : null;
    }

    private Heard press(long id, JsonNode press) {
        String pressId = press.path("id").textValue();
        if (pressId == null || pressId.isEmpty()) {
            return new Heard.Silence();
        }
        String data = press.path("data").textValue();
        JsonNode message = press.path("message");
        JsonNode from = press.path("from");
        if (message.isObject() && !inPrivate(message)) {
            return inPublic.press(id, pressId, press);
        }
        boolean idle = data == null || isBot(from);
        if (idle) {
            return new Heard.IdlePress(pressId);
        }
        // in a private chat the chat's id is the person's; a press may come without its message
        Said said = new Said.Press(pressId, messageId(message), data);
        Heard heard = speech(from.path("id"), from, id, said, "callback_query");
        return heard instanceof Heard.Silence ? new Heard.IdlePress(pressId) : heard;
    }

    /** A message that Telegram no longer shows has the date 0. */
    private static long messageId(JsonNode message) {
        return message.path("date").asLong(0) == 0
                ? 0
                : message.path("message_id").asLong(0);
    }

    private Heard membership(long id, JsonNode change) {
        if (!inPrivate(change)) {
            return inPublic.membership(id, change);
        }
        JsonNode from = change.path("from");
        String status = change.path("new_chat_member").path("status").asText("");
        boolean told = status.equals("kicked") || status.equals("member");
        if (!told || isBot(from)) {
            return new Heard.Silence();
        }
        Said said = new Said.Blocked(status.equals("kicked"));
        return speech(change.path("chat").path("id"), from, id, said, "my_chat_member");
    }

    private Heard speech(JsonNode chat, JsonNode from, long id, Said said, String kind) {
        if (!chat.isIntegralNumber() || !chat.canConvertToLong() || chat.asLong() <= 0) {
            return new Heard.Silence();
        }
        Address address = new Address(bot, vault.seal(new ChatId(chat.asLong())));
        Language language = Language.of(from.path("language_code").textValue());
        return new Heard.Speech(new Incoming(address, language, id, said), kind);
    }

    private static boolean inPrivate(JsonNode holder) {
        return "private".equals(holder.path("chat").path("type").textValue());
    }

    private static boolean isBot(JsonNode from) {
        return from.path("is_bot").asBoolean(false);
    }
}
