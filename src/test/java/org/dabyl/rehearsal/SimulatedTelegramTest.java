package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulatedTelegramTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "1:a";
    private final SettableClock clock = new SettableClock();
    private SimulatedTelegram telegram = with(Limits.TELEGRAM);
    private final Person aigul = new Person(7, "Айгүл", "kk", 50);

    @Test
    void anOffsetConfirmsAllUpdatesBeforeIt() {
        started(aigul);
        write("second");
        JsonNode both = poll("{}");
        assertThat(both.size()).isEqualTo(2);
        assertThat(poll("{}").size()).isEqualTo(2);
        int last = both.path(1).path("update_id").asInt();
        assertThat(poll("{\"offset\": " + last + "}").size()).isEqualTo(1);
        assertThat(poll("{\"offset\": " + (last + 1) + "}").size()).isZero();
    }

    @Test
    void aNegativeOffsetForgetsAllButTheLast() {
        started(aigul);
        write("second");
        write("third");
        assertThat(poll("{\"offset\": -1}").path(0).path("message").path("text").asString())
                .isEqualTo("third");
        assertThat(poll("{}").size()).isEqualTo(1);
    }

    @Test
    void aLongPollWaitsForTheFirstUpdate() {
        CompletableFuture<Answer> waiting = call("getUpdates", "{\"timeout\": 50}");
        assertThat(waiting).isNotDone();
        started(aigul);
        assertThat(waiting).isDone();
        assertThat(waiting.join().body().path("result").size()).isEqualTo(1);
    }

    @Test
    void aSecondPollEndsTheFirstWithAConflict() {
        CompletableFuture<Answer> first = call("getUpdates", "{\"timeout\": 50}");
        CompletableFuture<Answer> second = call("getUpdates", "{\"timeout\": 50}");
        assertThat(first.join().status()).isEqualTo(409);
        assertThat(second).isNotDone();
        started(aigul);
        assertThat(second.join().body().path("result").size()).isEqualTo(1);
    }

    @Test
    void pressesAreForgottenAfter150SecondsAndTextsAfterADay() {
        started(aigul);
        press(sendButton("a"), "a");
        clock.pass(Duration.ofSeconds(149));
        assertThat(poll("{}").size()).isEqualTo(2);
        clock.pass(Duration.ofSeconds(1));
        assertThat(poll("{}").size()).isEqualTo(1);
        clock.pass(Duration.ofDays(1));
        assertThat(poll("{}").size()).isZero();
    }

    @Test
    void thirtyMessagesFitInASlidingSecondAndNoMore() {
        for (int id = 100; id < 131; id++) {
            started(new Person(id, "P", "ru", 5));
        }
        for (int id = 100; id < 115; id++) {
            assertThat(send(id).status()).isEqualTo(200);
        }
        clock.pass(Duration.ofMillis(600));
        for (int id = 115; id < 130; id++) {
            assertThat(send(id).status()).isEqualTo(200);
        }
        clock.pass(Duration.ofMillis(399));
        assertThat(send(130).body().path("parameters").path("retry_after").asInt())
                .isEqualTo(1);
        assertThat(telegram.statistics().path("largest_in_a_second").asInt()).isEqualTo(30);
    }

    @Test
    void roomComesBackAsTheSecondSlides() {
        for (int id = 100; id < 131; id++) {
            started(new Person(id, "P", "ru", 5));
        }
        for (int id = 100; id < 130; id++) {
            send(id);
        }
        clock.pass(Duration.ofSeconds(1));
        assertThat(send(130).status()).isEqualTo(200);
    }

    @Test
    void whatIsPaidForHasAPaceOfItsOwn() {
        telegram = with(new Limits(2, 3, 0, 0));
        started(aigul);
        for (int i = 0; i < 3; i++) {
            assertThat(sendPaid(7).status()).isEqualTo(200);
        }
        assertThat(sendPaid(7).status()).isEqualTo(429);
        assertThat(send(7).status()).isEqualTo(200);
        assertThat(send(7).status()).isEqualTo(200);
        assertThat(send(7).status()).isEqualTo(429);
        assertThat(telegram.statistics().path("largest_paid_in_a_second").asInt())
                .isEqualTo(3);
        assertThat(telegram.statistics().path("largest_in_a_second").asInt()).isEqualTo(2);
    }

    @Test
    void sendingDuringTheWaitLengthensIt() {
        telegram = with(new Limits(1, 0, 0, 0));
        started(aigul);
        send(7);
        assertThat(retryAfter(send(7))).isEqualTo(1);
        assertThat(retryAfter(send(7))).isEqualTo(2);
        assertThat(retryAfter(send(7))).isEqualTo(3);
        clock.pass(Duration.ofMillis(2_999));
        assertThat(retryAfter(send(7))).isEqualTo(2);
        clock.pass(Duration.ofMillis(1_001));
        assertThat(send(7).status()).isEqualTo(200);
        assertThat(telegram.statistics().path("too_many_requests").asInt()).isEqualTo(4);
    }

    @Test
    void oneChatTakesABurstAndThenOneASecond() {
        started(aigul);
        for (int i = 0; i < 5; i++) {
            assertThat(send(7).status()).isEqualTo(200);
        }
        assertThat(send(7).status()).isEqualTo(429);
        clock.pass(Duration.ofSeconds(1));
        assertThat(send(7).status()).isEqualTo(200);
        assertThat(send(7).status()).isEqualTo(429);
    }

    @Test
    void aGroupTakesTwentyAMinuteEditsIncluded() {
        telegram.add(aigul);
        Chat group = new Chat(-5, "supergroup", "Шаңырақ", 20);
        telegram.bot(null).chats.put(-5L, group);
        int message = send(-5).body().path("result").path("message_id").asInt();
        for (int i = 0; i < 19; i++) {
            clock.pass(Duration.ofSeconds(1));
            assertThat(edit(-5, message, "edit " + i).status()).isEqualTo(200);
        }
        assertThat(retryAfter(edit(-5, message, "one more"))).isEqualTo(41);
    }

    @Test
    void whoNeverStartedBlockedOrLeftCannotBeWrittenTo() {
        telegram.add(aigul);
        assertThat(description(send(7))).isEqualTo("Forbidden: bot can't initiate conversation with a user");
        assertThat(description(send(8))).isEqualTo("Bad Request: chat not found");
        write("/start");
        telegram.people().block(telegram.bot(null), aigul, true);
        assertThat(description(send(7))).isEqualTo("Forbidden: bot was blocked by the user");
        telegram.people().block(telegram.bot(null), aigul, false);
        assertThat(send(7).status()).isEqualTo(200);
        aigul.deactivate();
        assertThat(description(send(7))).isEqualTo("Forbidden: user is deactivated");
    }

    @Test
    void anEditThatChangesNothingIsRefused() {
        started(aigul);
        int message = sendButton("a");
        assertThat(description(edit(7, message, "text"))).isEmpty();
        assertThat(description(edit(7, message, "text")))
                .startsWith("Bad Request: message is not modified: specified new");
        assertThat(description(edit(7, message + 99, "text"))).isEqualTo("Bad Request: message to edit not found");
    }

    @Test
    void anEditWithoutAKeyboardTakesTheButtonsAway() {
        started(aigul);
        int message = sendButton("a");
        edit(7, message, "over");
        assertThatThrownBy(() -> press(message, "a")).hasMessage("No such button");
    }

    @Test
    void aPressCanBeAnsweredOnceAndOnlyFor150Seconds() {
        started(aigul);
        int message = sendButton("a");
        String query = press(message, "a");
        assertThat(answer(query).status()).isEqualTo(200);
        assertThat(description(answer(query))).contains("query is too old");
        String late = press(message, "a");
        clock.pass(Duration.ofSeconds(150));
        assertThat(description(answer(late))).contains("query is too old");
    }

    @Test
    void wrongTextsAreRefusedInTelegramsWords() {
        started(aigul);
        assertThat(description(send("{\"chat_id\": 7, \"text\": \" \"}")))
                .isEqualTo("Bad Request: message text is empty");
        assertThat(description(send("{\"chat_id\": 7, \"text\": \"" + "ж".repeat(4097) + "\"}")))
                .isEqualTo("Bad Request: message is too long");
        assertThat(description(send("{\"chat_id\": 7, \"text\": \"<b>a\", \"parse_mode\": \"HTML\"}")))
                .startsWith("Bad Request: can't parse entities");
        assertThat(description(sendWithButton("я".repeat(33)))).isEqualTo("Bad Request: BUTTON_DATA_INVALID");
        assertThat(sendWithButton("я".repeat(32)).status()).isEqualTo(200);
    }

    @Test
    void htmlBecomesEntities() {
        started(aigul);
        JsonNode sent = send("{\"chat_id\": 7, \"text\": \"a &lt; <b>ж</b>\", \"parse_mode\": \"HTML\"}")
                .body()
                .path("result");
        assertThat(sent.path("text").asString()).isEqualTo("a < ж");
        assertThat(sent.path("entities").toString()).isEqualTo("[{\"type\":\"bold\",\"offset\":4,\"length\":1}]");
    }

    @Test
    void onlyMessagesYoungerThanTwoDaysAreDeletedAndAtMostAHundredACall() {
        started(aigul);
        int old = sendButton("a");
        clock.pass(Duration.ofDays(2));
        int young = sendButton("b");
        call("deleteMessages", "{\"chat_id\": 7, \"message_ids\": [" + old + "," + young + "]}")
                .join();
        assertThat(telegram.bot(null).chats.get(7L)).isNotNull().satisfies(chat -> {
            assertThat(chat.message(old)).isPresent();
            assertThat(chat.message(young)).isEmpty();
        });
        String many = "[" + "1,".repeat(100) + "1]";
        assertThat(call("deleteMessages", "{\"chat_id\": 7, \"message_ids\": " + many + "}")
                        .join()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aChatSeesTheCommandsOfItsScopeAndLanguage() {
        started(aigul);
        commands("", "help", "");
        commands("", "komek", "kk");
        assertThat(seen()).isEqualTo("komek");
        commands("{\"type\": \"chat\", \"chat_id\": 7}", "alert", "");
        assertThat(seen()).isEqualTo("alert");
    }

    @Test
    void aChatKeepsOnlyItsNewestMessages() {
        Person forgetful = new Person(9, "P", "ru", 3);
        started(forgetful);
        for (int i = 0; i < 5; i++) {
            send("{\"chat_id\": 9, \"text\": \"" + i + "\"}");
        }
        assertThat(telegram.bot(null).chat(forgetful).messages())
                .extracting(message -> message.content().text())
                .containsExactly("2", "3", "4");
    }

    @Test
    void aMessageEqualToOneAlreadyShownCountsAsDuplicate() {
        started(aigul);
        send(7);
        send(7);
        assertThat(telegram.statistics().path("duplicates").asInt()).isEqualTo(1);
    }

    private SimulatedTelegram with(Limits limits) {
        return new SimulatedTelegram(clock, limits, List.of(new RehearsalBot(TOKEN, "a_bot")));
    }

    private void started(Person person) {
        telegram.add(person);
        telegram.people().write(telegram.bot(null), person, "/start");
    }

    private void write(String text) {
        telegram.people().write(telegram.bot(null), aigul, text);
    }

    private String press(int message, String data) {
        Account bot = telegram.bot(null);
        return telegram.people().press(bot, bot.chat(aigul), aigul, message, data);
    }

    private CompletableFuture<Answer> call(String method, String json) {
        return telegram.call(TOKEN, method, new Parameters().with(JSON.readTree(json)));
    }

    private JsonNode poll(String json) {
        return call("getUpdates", json).join().body().path("result");
    }

    private Answer send(String json) {
        return call("sendMessage", json).join();
    }

    private Answer send(long chat) {
        return send("{\"chat_id\": " + chat + ", \"text\": \"text\"}");
    }

    private Answer sendPaid(long chat) {
        return send("{\"chat_id\": " + chat + ", \"text\": \"text\", \"allow_paid_broadcast\": true}");
    }

    private Answer sendWithButton(String data) {
        return send("{\"chat_id\": 7, \"text\": \"Q\", \"reply_markup\": {\"inline_keyboard\": [[{\"text\": \"A\","
                + " \"callback_data\": \"" + data + "\"}]]}}");
    }

    private int sendButton(String data) {
        return sendWithButton(data).body().path("result").path("message_id").asInt();
    }

    private Answer edit(long chat, int message, String text) {
        return call(
                        "editMessageText",
                        "{\"chat_id\": " + chat + ", \"message_id\": " + message + ", \"text\": \"" + text + "\"}")
                .join();
    }

    private Answer answer(String query) {
        return call("answerCallbackQuery", "{\"callback_query_id\": \"" + query + "\"}")
                .join();
    }

    private void commands(String scope, String command, String language) {
        String json =
                "{\"commands\": [{\"command\": \"" + command + "\", \"description\": \"d\"}], \"language_code\": \""
                        + language + "\"" + (scope.isEmpty() ? "" : ", \"scope\": " + scope) + "}";
        assertThat(call("setMyCommands", json).join().status()).isEqualTo(200);
    }

    private String seen() {
        return telegram.bot(null)
                .commands
                .seenBy(7, "kk")
                .path(0)
                .path("command")
                .asString();
    }

    private static int retryAfter(Answer answer) {
        return answer.body().path("parameters").path("retry_after").asInt(0);
    }

    private static String description(Answer answer) {
        return answer.body().path("description").asString("");
    }
}
