package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Groups and channels: who is what there, and what the bot is told when it may not write. */
class GroupsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "1:a";
    private static final long PLACE = -9;

    private final SimulatedTelegram telegram =
            new SimulatedTelegram(Clock.systemUTC(), Limits.NONE, List.of(new RehearsalBot(TOKEN, "a_bot")));
    private final Person person = new Person(7, "Айгүл", "kk", 50);

    @Test
    void inAChannelOnlyAnAdministratorWhoMayPostWrites() {
        Chat channel = chat("channel", "administrator", true);
        assertThat(send().status()).isEqualTo(200);
        channel.members.bot(new Members.Bot("administrator", false));
        assertThat(description(send())).isEqualTo("Bad Request: need administrator rights in the channel chat");
        channel.members.bot(new Members.Bot("kicked", true));
        assertThat(description(send())).isEqualTo("Forbidden: bot was kicked from the channel chat");
    }

    @Test
    void aGroupIsWrittenInByAMemberUnlessThatIsTaken() {
        Chat group = chat("supergroup", "member", true);
        assertThat(send().status()).isEqualTo(200);
        group.members.bot(new Members.Bot("restricted", false));
        assertThat(description(send())).isEqualTo("Bad Request: not enough rights to send text messages to the chat");
        group.members.bot(new Members.Bot("left", true));
        assertThat(description(send())).isEqualTo("Forbidden: bot is not a member of the supergroup chat");
    }

    @Test
    void whoIsWhatIsTold() {
        Chat group = chat("group", "administrator", true);
        group.members.put(person, "creator");
        assertThat(member(7).path("status").asString()).isEqualTo("creator");
        assertThat(member(1).path("status").asString()).isEqualTo("administrator");
        group.members.put(person, "left");
        assertThat(member(7).path("status").asString()).isEqualTo("left");
    }

    @Test
    void aGroupThatBecameASupergroupNamesItsNewId() {
        Chat group = chat("group", "administrator", true);
        telegram.people().migrate(telegram.bot(null), group, new Chat(-10, "supergroup", "A", 0), person);
        JsonNode refused = send().body();
        assertThat(refused.path("error_code").asInt()).isEqualTo(400);
        assertThat(refused.path("parameters").path("migrate_to_chat_id").asLong())
                .isEqualTo(-10);
        JsonNode updates = call("getUpdates", Map.of()).body().path("result");
        assertThat(updates.get(1).path("message").path("migrate_to_chat_id").asLong())
                .isEqualTo(-10);
        assertThat(updates.get(2).path("message").path("migrate_from_chat_id").asLong())
                .isEqualTo(PLACE);
    }

    private Chat chat(String type, String status, boolean posts) {
        telegram.add(person);
        Account bot = telegram.bot(null);
        Chat chat = new Chat(PLACE, type, "A", 0);
        bot.chats.put(PLACE, chat);
        telegram.people().place(bot, chat, person, new Members.Bot(status, posts));
        return chat;
    }

    private JsonNode member(long user) {
        return call("getChatMember", Map.of("chat_id", PLACE, "user_id", user))
                .body()
                .path("result");
    }

    private Answer send() {
        return call("sendMessage", Map.of("chat_id", PLACE, "text", "a"));
    }

    private static String description(Answer answer) {
        return answer.body().path("description").asString();
    }

    private Answer call(String method, Map<String, ?> parameters) {
        return telegram.call(TOKEN, method, new Parameters().with(JSON.valueToTree(parameters)))
                .join();
    }
}
