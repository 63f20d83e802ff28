package org.dabyl.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dabyl.channel.Place;
import org.dabyl.conversation.InPublic;
import org.dabyl.conversation.InPublic.Standing;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Language;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.Vault;

/**
 * Understands what happens in channels and groups: presses, what the bot is there, the one command it knows there, and a move.
 * What people say to each other is met with silence, and so is who speaks as the group or a channel: nobody knows who that is.
 */
final class PublicHearing {

    private static final Set<String> TYPES = Set.of("group", "supergroup", "channel");
    private static final Set<String> OUT = Set.of("left", "kicked");
    private static final Pattern BIND = Pattern.compile(
            "[\\p{Z}\\p{Cf}]*[/／]bind(?:@(\\w{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private final Vault vault;
    private final BotId bot;

    PublicHearing(Vault vault, BotId bot) {
        this.vault = vault;
        this.bot = bot;
    }

    Heard message(long id, JsonNode message) {
        Optional<Place> place = place(message.path("chat"));
        if (place.isEmpty()) {
            return new Heard.Silence();
        }
        Optional<Address> moved = chat(message.path("migrate_to_chat_id"));
        if (moved.isPresent()) {
            return new Heard.Public(new InPublic.Moved(place.get().address(), id, moved.get()));
        }
        Matcher command = BIND.matcher(message.path("text").asText("").strip());
        Optional<Address> who = speaker(message);
        if (!command.matches() || who.isEmpty()) {
            return new Heard.Silence();
        }
        String addressed = Objects.requireNonNullElse(command.group(1), "");
        String rest = Objects.requireNonNullElse(command.group(2), "").strip();
        return new Heard.Public(new InPublic.Asked(place.get(), id, who.get(), addressed, rest));
    }

    Heard press(long id, String pressId, JsonNode press) {
        Optional<Place> place = place(press.path("message").path("chat"));
        Optional<Address> who = person(press.path("from"));
        String data = press.path("data").textValue();
        if (place.isEmpty() || who.isEmpty() || data == null) {
            return new Heard.IdlePress(pressId);
        }
        Language language = Language.of(press.path("from").path("language_code").textValue());
        return new Heard.Public(new InPublic.Pressed(place.get().address(), id, who.get(), language, pressId, data));
    }

    Heard membership(long id, JsonNode change) {
        Optional<Place> place = place(change.path("chat"));
        Optional<Address> who = person(change.path("from"));
        JsonNode now = change.path("new_chat_member");
        return place.isPresent() && who.isPresent() && now.path("status").isTextual()
                ? new Heard.Public(new InPublic.Placed(place.get(), id, who.get(), standing(now)))
                : new Heard.Silence();
    }

    private static Standing standing(JsonNode member) {
        if (TelegramRights.writes(member)) {
            return Standing.WRITES;
        }
        return OUT.contains(member.path("status").asText("")) ? Standing.OUT : Standing.PRESENT;
    }

    private Optional<Address> speaker(JsonNode message) {
        boolean theirOwn = !message.has("sender_chat") && !message.has("forward_origin") && !message.has("via_bot");
        return theirOwn ? person(message.path("from")) : Optional.empty();
    }

    private Optional<Place> place(JsonNode chat) {
        String type = chat.path("type").asText("");
        return TYPES.contains(type)
                ? chat(chat.path("id"))
                        .map(address -> new Place(
                                address,
                                type.equals("channel"),
                                chat.path("title").asText("")))
                : Optional.empty();
    }

    private Optional<Address> chat(JsonNode id) {
        return address(id).filter(known -> id.asLong() < 0);
    }

    private Optional<Address> person(JsonNode from) {
        return from.path("is_bot").asBoolean(false)
                ? Optional.empty()
                : address(from.path("id")).filter(known -> from.path("id").asLong() > 0);
    }

    private Optional<Address> address(JsonNode id) {
        return id.isIntegralNumber() && id.canConvertToLong()
                ? Optional.of(new Address(bot, vault.seal(new ChatId(id.asLong()))))
                : Optional.empty();
    }
}
