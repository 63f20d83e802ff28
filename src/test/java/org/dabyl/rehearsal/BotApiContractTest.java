package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every answer has the shape that the machine-readable Bot API gives; skipped where that file is not at hand. */
class BotApiContractTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "1:a";

    @SuppressWarnings("NullAway.Init")
    private static Contract contract;

    private final SimulatedTelegram telegram = started();

    @BeforeAll
    static void read() {
        Optional<Contract> found = Contract.read();
        Assumptions.assumeTrue(
                found.isPresent(), "No machine-readable Bot API beside the project: contract not checked");
        contract = found.get();
    }

    @Test
    void answersHaveTheShapeOfTheContract() {
        int message = call(
                        "sendMessage",
                        Map.of(
                                "chat_id",
                                7,
                                "text",
                                "a",
                                "reply_markup",
                                Map.of("inline_keyboard", List.of(List.of(Map.of("text", "A", "callback_data", "a"))))))
                .path("message_id")
                .asInt();
        call("sendPhoto", Map.of("chat_id", 7, "photo", "photo1", "caption", "c"));
        call("sendLocation", Map.of("chat_id", 7, "latitude", 43.2, "longitude", 76.8));
        call("editMessageText", Map.of("chat_id", 7, "message_id", message, "text", "b"));
        call("deleteMessages", Map.of("chat_id", 7, "message_ids", List.of(message)));
        int other = call("sendMessage", Map.of("chat_id", 7, "text", "a"))
                .path("message_id")
                .asInt();
        call("deleteMessage", Map.of("chat_id", 7, "message_id", other));
        call("getMe", Map.of());
        call("getWebhookInfo", Map.of());
        call("setWebhook", Map.of("url", "http://127.0.0.1:9/x", "secret_token", "s", "max_connections", 40));
        call("getWebhookInfo", Map.of());
        call("deleteWebhook", Map.of("drop_pending_updates", false));
        call("setMyCommands", Map.of("commands", List.of(Map.of("command", "help", "description", "d"))));
        call("getMyCommands", Map.of());
        call("deleteMyCommands", Map.of());
        call("setMyDescription", Map.of("description", "d"));
        call("getMyDescription", Map.of());
        call("setMyShortDescription", Map.of("short_description", "d"));
        call("getMyShortDescription", Map.of());
        call("setMyName", Map.of("name", "n"));
        call("getMyName", Map.of());
        call("getChat", Map.of("chat_id", 7));
        call("getChatMember", Map.of("chat_id", 7, "user_id", 7));
        channel();
        call("getChatMember", Map.of("chat_id", -9, "user_id", 7));
        call("getChatMember", Map.of("chat_id", -9, "user_id", 1));
        call("sendMessage", Map.of("chat_id", -9, "text", "a"));
        call("sendChatAction", Map.of("chat_id", 7, "action", "typing"));
        call("setChatMenuButton", Map.of("chat_id", 7));
        call("getUpdates", Map.of());
    }

    @Test
    void everyKindOfUpdateHasTheShapeOfTheContract() {
        Account bot = telegram.bot(null);
        Person person = telegram.person(7);
        int message = call(
                        "sendMessage",
                        Map.of(
                                "chat_id",
                                7,
                                "text",
                                "a",
                                "reply_markup",
                                Map.of("inline_keyboard", List.of(List.of(Map.of("text", "A", "callback_data", "a"))))))
                .path("message_id")
                .asInt();
        telegram.people().press(bot, bot.chat(person), person, message, "a");
        telegram.people().share(bot, person, 43.2, 76.8);
        int own =
                telegram.people().write(bot, person, "typo").path("message_id").asInt();
        telegram.people().edit(bot, person, own, "text");
        telegram.people().block(bot, person, true);
        telegram.people().block(bot, person, false);
        Chat channel = channel();
        telegram.people().place(bot, channel, person, new Members.Bot("kicked", true));
        assertThat(call("getUpdates", Map.of()).size()).isEqualTo(9);
    }

    private Chat channel() {
        Account bot = telegram.bot(null);
        Chat channel = new Chat(-9, "channel", "Алатау", 0);
        bot.chats.put(-9L, channel);
        channel.members.put(telegram.person(7), "creator");
        telegram.people().place(bot, channel, telegram.person(7), new Members.Bot("administrator", true));
        return channel;
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        JsonNode json = JSON.valueToTree(parameters);
        assertThat(contract.unknown(method, json)).as(method + " takes").isEmpty();
        Answer answer =
                telegram.call(TOKEN, method, new Parameters().with(json)).join();
        assertThat(answer.status()).as(method).isEqualTo(200);
        JsonNode result = answer.body().path("result");
        List<String> types = contract.returned(method);
        if (method.equals("getChatMember")) {
            types.addAll(List.of("ChatMemberMember", "ChatMemberAdministrator", "ChatMemberOwner"));
        }
        assertThat(types).as(method + " returns " + result).anyMatch(type -> contract.wrong(result, type)
                .isEmpty());
        return result;
    }

    private static SimulatedTelegram started() {
        SimulatedTelegram telegram =
                new SimulatedTelegram(Clock.systemUTC(), Limits.NONE, List.of(new RehearsalBot(TOKEN, "a_bot")));
        Person person = new Person(7, "Айгүл", "kk", 50);
        telegram.add(person);
        telegram.people().write(telegram.bot(null), person, "/start");
        return telegram;
    }
}
