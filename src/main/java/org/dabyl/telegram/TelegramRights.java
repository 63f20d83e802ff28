package org.dabyl.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.dabyl.channel.Rights;
import org.dabyl.delivery.Address;
import org.dabyl.vault.SealedId;
import org.dabyl.vault.Vault;
import org.springframework.stereotype.Component;

/** Asks by {@code getChatMember}: one call about the bot, one about the person. */
@Component
class TelegramRights implements Rights {

    private final TelegramFleet fleet;
    private final Vault vault;

    TelegramRights(TelegramFleet fleet, Vault vault) {
        this.fleet = fleet;
        this.vault = vault;
    }

    @Override
    public Finding check(Address place, SealedId person) {
        Bot bot = fleet.find(place.bot());
        if (bot == null) {
            return Finding.UNKNOWN;
        }
        long chat = vault.open(place.chat()).value();
        Answer own = member(bot, chat, place.bot().value());
        if (!own.ok()) {
            return told(own) ? Finding.BOT_MAY_NOT : Finding.UNKNOWN;
        }
        if (!writes(own.result())) {
            return Finding.BOT_MAY_NOT;
        }
        Answer theirs = member(bot, chat, vault.open(person).value());
        if (!theirs.ok()) {
            return told(theirs) ? Finding.NOT_THEIRS : Finding.UNKNOWN;
        }
        String status = theirs.result().path("status").asText("");
        return status.equals("creator") || status.equals("administrator") ? Finding.GRANTED : Finding.NOT_THEIRS;
    }

    /** Whether this is an administrator who may write; the right to post is there in channels only. */
    static boolean writes(JsonNode member) {
        return member.path("status").asText("").equals("administrator")
                && member.path("can_post_messages").asBoolean(true);
    }

    private static Answer member(Bot bot, long chat, long user) {
        return bot.calls().call("getChatMember", Map.of("chat_id", chat, "user_id", user));
    }

    /** Whether Telegram understood the question, and the answer is no. */
    private static boolean told(Answer answer) {
        return answer.code() == 400 || answer.code() == 403;
    }
}
