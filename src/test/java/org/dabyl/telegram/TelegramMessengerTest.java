package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.Button;
import org.dabyl.delivery.ChatMoved;
import org.dabyl.delivery.Keyboard;
import org.dabyl.delivery.Message;
import org.dabyl.delivery.Outcome;
import org.dabyl.delivery.Picture;
import org.dabyl.telegram.FakeBotApi.Reply;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramMessengerTest {

    private static final BotId BOT = new BotId(123456);
    private static final Message HELLO = Message.of("hello", Keyboard.none());
    private static final String UPGRADED = """
            {"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat",
            "parameters":{"migrate_to_chat_id":-77}}""";

    private final FakeBotApi telegram = new FakeBotApi();
    private final List<Object> events = new ArrayList<>();
    private final Vault vault = TestVault.create();
    private final Address to = new Address(BOT, vault.seal(new ChatId(42)));
    private final Address group = new Address(BOT, vault.seal(new ChatId(-42)));
    private final TelegramMessenger messenger = messenger(telegram.connection());

    private TelegramMessenger messenger(Connection connection) {
        TelegramSettings settings = new TelegramSettings(null, List.of(), telegram.uri(), true, Duration.ofSeconds(10));
        return new TelegramMessenger(new TelegramFleet(connection, Clock.systemUTC()), vault, settings, events::add);
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void aGroupThatBecameASupergroupIsWrittenToWhereItIsNow() {
        telegram.reply("sendMessage", TelegramMessengerTest::moved);

        assertThat(messenger.send(group, HELLO)).isEqualTo(new Outcome.Delivered(5));
        assertThat(events).containsExactly(new ChatMoved(group, vault.seal(new ChatId(-77))));
    }

    @Test
    void aPhotoFollowsTheGroup() {
        telegram.reply("sendPhoto", TelegramMessengerTest::moved);

        assertThat(messenger.photo(group, "AgACx", "reporter 1")).isEqualTo(new Outcome.Delivered(5));
        assertThat(events).containsExactly(new ChatMoved(group, vault.seal(new ChatId(-77))));
    }

    @Test
    void aPictureFollowsTheGroup() {
        telegram.reply(
                "sendPhoto",
                body -> body.asText().contains("-77") ? Reply.ok("{\"message_id\":5}") : new Reply(400, UPGRADED));

        assertThat(messenger.send(group, new Picture(new byte[] {1}, ""))).isEqualTo(new Outcome.Delivered(5));
        assertThat(events).containsExactly(new ChatMoved(group, vault.seal(new ChatId(-77))));
    }

    @Test
    void aDeletionTellsOfTheMoveAndTouchesNothingInTheSupergroup() {
        telegram.reply("deleteMessages", TelegramMessengerTest::moved);

        assertThat(messenger.delete(group, List.of(3L))).isEqualTo(new Outcome.Gone());
        assertThat(only("deleteMessages").path("chat_id").asText()).isEqualTo("-42");
        assertThat(events).containsExactly(new ChatMoved(group, vault.seal(new ChatId(-77))));
    }

    private static Reply moved(JsonNode body) {
        return body.path("chat_id").asText().equals("-77") ? Reply.ok("{\"message_id\":5}") : new Reply(400, UPGRADED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not enough rights to send text messages to the chat",
                "need administrator rights in the channel chat",
                "CHAT_WRITE_FORBIDDEN"
            })
    void whereTheBotMayNotWriteIsNoPlaceForIt(String words) {
        telegram.reply("sendMessage", Reply.error(400, "Bad Request: " + words));

        assertThat(messenger.send(group, HELLO)).isEqualTo(new Outcome.Gone());
        assertThat(messenger.send(to, HELLO)).isInstanceOf(Outcome.Unreachable.class);
    }

    @Test
    void aMessageIsPlainTextWithABoldTitle() {
        telegram.reply("sendMessage", Reply.ok("{\"message_id\":77}"));

        Outcome outcome = messenger.send(to, Message.titled("Дабыл 🚨!", "<b>not markup</b> *x*", Keyboard.none()));

        assertThat(outcome).isEqualTo(new Outcome.Delivered(77));
        JsonNode body = only("sendMessage");
        assertThat(body.path("chat_id").asText()).isEqualTo("42");
        assertThat(body.path("text").asText()).isEqualTo("Дабыл 🚨!\n<b>not markup</b> *x*");
        assertThat(body.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "chat_id",
                        "text",
                        "entities",
                        "link_preview_options",
                        "disable_notification",
                        "protect_content");
        assertThat(body.path("entities").toString()).isEqualTo("[{\"type\":\"bold\",\"offset\":0,\"length\":9}]");
        assertThat(body.path("link_preview_options").path("is_disabled").asBoolean())
                .isTrue();
        assertThat(body.path("protect_content").asBoolean()).isTrue();
        assertThat(body.path("disable_notification").asBoolean(true)).isFalse();
        assertThat(telegram.tokens()).containsExactly(FakeBotApi.TOKEN);
    }

    @Test
    void onlyAMessageToManyMayBePaidFor() {
        messenger.sendPaid(to, HELLO);
        assertThat(only("sendMessage").path("allow_paid_broadcast").asBoolean()).isTrue();
    }

    @Test
    void anAnswerIsNeverPaidFor() {
        messenger.send(to, HELLO);
        assertThat(only("sendMessage").has("allow_paid_broadcast")).isFalse();
    }

    @Test
    void aPictureGoesAsAFileAndItsAnswerIsReadLikeThatOfAMessage() {
        Picture picture = new Picture(new byte[] {1, 2, 3}, "Шаңырақ-1");
        telegram.reply("sendPhoto", Reply.ok("{\"message_id\":78,\"unheard_of\":{}}"));

        assertThat(messenger.send(to, picture)).isEqualTo(new Outcome.Delivered(78));
        assertThat(telegram.requests("sendPhoto").getFirst().body().asText())
                .contains("name=\"chat_id\"", "42", "Шаңырақ-1", "filename=\"picture.png\"", "protect_content");

        telegram.reply("sendPhoto", Reply.error(403, "Forbidden: bot was blocked by the user"));
        assertThat(messenger.send(to, picture)).isEqualTo(new Outcome.Gone());
    }

    @Test
    void buttonsKeepTheirRows() {
        messenger.send(
                to,
                Message.of(
                        "come",
                        Keyboard.inline(List.of(
                                List.of(Button.press("10", "a:10"), Button.press("30", "a:30")),
                                List.of(Button.link("map", "https://example.org/"))))));

        assertThat(only("sendMessage").path("reply_markup").toString())
                .isEqualTo("{\"inline_keyboard\":[[{\"text\":\"10\",\"callback_data\":\"a:10\"},"
                        + "{\"text\":\"30\",\"callback_data\":\"a:30\"}],"
                        + "[{\"text\":\"map\",\"url\":\"https://example.org/\"}]]}");
    }

    @Test
    void aLocationIsAskedForOnce() {
        messenger.send(to, new Message("", "where?", new Keyboard.AskLocation("here"), true));

        JsonNode body = only("sendMessage");
        assertThat(body.path("disable_notification").asBoolean()).isTrue();
        JsonNode markup = body.path("reply_markup");
        assertThat(markup.path("keyboard").toString()).isEqualTo("[[{\"text\":\"here\",\"request_location\":true}]]");
        assertThat(markup.path("one_time_keyboard").asBoolean()).isTrue();
        assertThat(markup.path("resize_keyboard").asBoolean()).isTrue();
    }

    @Test
    void aKeyboardBelowTheChatStaysUntilItIsTakenAway() {
        messenger.send(
                to,
                Message.of(
                        "more?",
                        new Keyboard.Below(List.of(
                                List.of(new Keyboard.Key("here", true)), List.of(new Keyboard.Key("done", false))))));

        JsonNode markup = only("sendMessage").path("reply_markup");
        assertThat(markup.path("keyboard").toString())
                .isEqualTo("[[{\"text\":\"here\",\"request_location\":true}],[{\"text\":\"done\"}]]");
        assertThat(markup.path("is_persistent").asBoolean()).isTrue();
        assertThat(markup.has("one_time_keyboard")).isFalse();
    }

    @Test
    void noRowsTakeTheKeyboardAway() {
        messenger.send(to, Message.of("gone", new Keyboard.Below(List.of())));

        assertThat(only("sendMessage").path("reply_markup").toString()).isEqualTo("{\"remove_keyboard\":true}");
    }

    @Test
    void aPhotoIsSentByTheIdOfItsFile() {
        telegram.reply("sendPhoto", Reply.ok("{\"message_id\":9}"));

        assertThat(messenger.photo(to, "AgACx", "reporter 1")).isEqualTo(new Outcome.Delivered(9));

        JsonNode body = only("sendPhoto");
        assertThat(body.path("photo").asText()).isEqualTo("AgACx");
        assertThat(body.path("caption").asText()).isEqualTo("reporter 1");
        assertThat(body.path("protect_content").asBoolean()).isTrue();
    }

    @Test
    void anEditReplacesTextAndButtons() {
        telegram.reply("editMessageText", Reply.ok("{\"message_id\":9}"));

        assertThat(messenger.edit(to, 9, HELLO)).isEqualTo(new Outcome.Delivered(9));

        JsonNode body = only("editMessageText");
        assertThat(body.path("message_id").asInt()).isEqualTo(9);
        assertThat(body.path("text").asText()).isEqualTo("hello");
        assertThat(body.has("reply_markup")).isFalse();
        assertThat(body.has("protect_content")).isFalse();
    }

    @Test
    void aToastMayBeEmpty() {
        assertThat(messenger.toast(BOT, "p1", "")).isEqualTo(new Outcome.Delivered(0));
        assertThat(only("answerCallbackQuery").toString()).contains("p1").doesNotContain("text");
    }

    @ParameterizedTest
    @CsvSource({
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Forbidden: bot can't initiate conversation with a user"
    })
    void whoBlockedIsGone(String description) {
        telegram.reply("sendMessage", Reply.error(403, description));
        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Gone());
    }

    @Test
    void aChatThatIsNotFoundIsNobodysDeparture() {
        telegram.reply("sendMessage", Reply.error(400, "Bad Request: chat not found"));

        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Unreachable("Bad Request: chat not found"));
        assertThat(messenger.send(group, HELLO)).isEqualTo(new Outcome.Gone());
    }

    @Test
    void anUnchangedMessageCountsAsDelivered() {
        String words =
                "Bad Request: message is not modified: specified new message content and reply markup are exactly"
                        + " the same as a current content and reply markup of the message";
        telegram.reply("editMessageText", Reply.error(400, words));
        assertThat(messenger.edit(to, 9, HELLO)).isEqualTo(new Outcome.Delivered(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message to edit not found", "message can't be edited"})
    void anEditThatComesTooLateIsMissed(String words) {
        telegram.reply("editMessageText", Reply.error(400, "Bad Request: " + words));
        assertThat(messenger.edit(to, 9, HELLO)).isEqualTo(new Outcome.Missed());
    }

    @Test
    void aPressThatIsTooOldIsMissed() {
        String words = "Bad Request: query is too old and response timeout expired or query ID is invalid";
        telegram.reply("answerCallbackQuery", Reply.error(400, words));
        assertThat(messenger.toast(BOT, "p1", "ok")).isEqualTo(new Outcome.Missed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"message text is empty", "can't parse entities", "message is too long"})
    void aTextThatTelegramDoesNotTakeIsRefusedWithItsWords(String words) {
        telegram.reply("sendMessage", Reply.error(400, "Bad Request: " + words));
        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Refused("Bad Request: " + words));
    }

    @Test
    void aRefusedTokenIsRevoked() {
        telegram.reply("sendMessage", Reply.error(401, "Unauthorized"));
        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Revoked());
    }

    @Test
    void aMethodThatTheServerDoesNotKnowRevokesNoBot() {
        telegram.reply("sendMessage", Reply.error(404, "Not Found"));
        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void tooFastMeansToWaitAsLongAsTold() {
        String body = "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 10072\","
                + "\"parameters\":{\"retry_after\":10072}}";
        telegram.reply("sendMessage", new Reply(429, body));
        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Wait(Duration.ofSeconds(10072)));
    }

    @Test
    void tooFastWithoutATimeMeansASecond() {
        telegram.reply("sendMessage", Reply.error(429, "Too Many Requests"));
        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Wait(Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({"500,<html>Oops</html>", "502,<html>Bad Gateway</html>", "403,<html>firewall</html>", "200,''"})
    void aPageInsteadOfAnAnswerTellsNothing(int status, String page) {
        telegram.reply("sendMessage", new Reply(status, page));
        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void anErrorOfTheServerTellsNothing() {
        telegram.reply("sendMessage", Reply.error(500, "Internal Server Error"));
        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void noServerTellsNothing() {
        telegram.close();
        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void aMessageThatWasSentIsDeliveredHoweverStrangeItLooks() {
        telegram.reply("sendMessage", Reply.ok("{\"message_id\":5,\"chat\":\"?\",\"date\":\"never\",\"entities\":7}"));
        assertThat(messenger.send(to, HELLO)).isEqualTo(new Outcome.Delivered(5));
    }

    @Test
    void aRequestGoesOutOnce() {
        telegram.reply("sendMessage", Reply.error(500, "Internal Server Error"));
        messenger.send(to, HELLO);
        assertThat(telegram.requests("sendMessage")).hasSize(1);
    }

    @Test
    void anOverlongTextIsRefusedWithoutACall() {
        assertThat(messenger.send(to, Message.of("x".repeat(4097), Keyboard.none())))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(telegram.requests).isEmpty();
    }

    @Test
    void aForeignSealIsNobodysDeparture() {
        Address foreign = new Address(BOT, TestVault.create().seal(new ChatId(42)));
        assertThat(messenger.send(foreign, HELLO)).isInstanceOf(Outcome.Declined.class);
    }

    @Test
    void aBotWithoutATokenIsRevoked() {
        Address other = new Address(new BotId(9), to.chat());
        assertThat(messenger.send(other, HELLO)).isEqualTo(new Outcome.Revoked());
    }

    @Test
    void theServersAddressMayBecomeKnownLater() {
        URI[] api = new URI[1];
        TelegramMessenger early = messenger(new Connection(List.of(new Token(FakeBotApi.TOKEN)), () -> {
            if (api[0] == null) {
                throw new IllegalStateException("not yet");
            }
            return api[0];
        }));
        assertThat(early.send(to, HELLO)).isEqualTo(new Outcome.Unknown());

        api[0] = telegram.uri();
        assertThat(early.send(to, HELLO)).isEqualTo(new Outcome.Delivered(0));
    }

    private JsonNode only(String method) {
        assertThat(telegram.requests(method)).hasSize(1);
        return telegram.requests(method).getFirst().body();
    }
}
