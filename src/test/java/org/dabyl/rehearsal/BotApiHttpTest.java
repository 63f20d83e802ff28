package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BotApiHttpTest {
    @SuppressWarnings("NullAway.Init")
    private static RehearsalServer server;

    @BeforeAll
    static void start() {
        server = RehearsalServer.start("--dabyl.rehearsal.phones=false");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void aPersonWhoStarted() {
        server.post("/rehearsal/reset", "{}");
        server.post("/rehearsal/persons", "{\"id\": 7, \"language_code\": \"kk\", \"first_name\": \"Айгүл\"}");
        server.post("/rehearsal/persons/7/texts", "{\"text\": \"/start d_shanyrak-1\"}");
    }

    @Test
    void anUpdateLooksLikeTelegrams() {
        JsonNode update = server.call("getUpdates", "{}").path("result").path(0);
        assertThat(update.path("update_id").isInt()).isTrue();
        JsonNode message = update.path("message");
        assertThat(message.path("text").asString()).isEqualTo("/start d_shanyrak-1");
        assertThat(message.path("from").toString())
                .isEqualTo("{\"id\":7,\"is_bot\":false,\"first_name\":\"Айгүл\",\"language_code\":\"kk\"}");
        assertThat(message.path("chat").path("type").asString()).isEqualTo("private");
        assertThat(message.path("entities").toString())
                .isEqualTo("[{\"type\":\"bot_command\",\"offset\":0,\"length\":6}]");
    }

    @Test
    void aButtonsPressReachesTheBotAndItsAnswerThePerson() {
        JsonNode sent = server.call("sendMessage", """
                {"chat_id": 7, "text": "Келесіз бе?",
                 "reply_markup": {"inline_keyboard": [[{"text": "10 мин", "callback_data": "a1:10"}]]}}""");
        int message = sent.path("result").path("message_id").asInt();
        JsonNode press =
                server.post("/rehearsal/persons/7/presses", "{\"message_id\": " + message + ", \"data\": \"a1:10\"}");
        JsonNode query = server.call("getUpdates", "{\"offset\": -1}")
                .path("result")
                .path(0)
                .path("callback_query");
        assertThat(query.path("id").asString()).isEqualTo(press.path("query").asString());
        assertThat(query.path("message")
                        .path("reply_markup")
                        .path("inline_keyboard")
                        .path(0)
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("10 мин");
        String answer = "{\"callback_query_id\": \"" + query.path("id").asString() + "\", \"text\": \"Рақмет\"}";
        assertThat(server.call("answerCallbackQuery", answer).path("result").asBoolean())
                .isTrue();
        assertThat(server.call("answerCallbackQuery", answer)
                        .path("description")
                        .asString())
                .contains("query is too old and response timeout expired or query ID is invalid");
        JsonNode chat = server.get("/rehearsal/persons/7/chat");
        assertThat(chat.path("toasts").path(0).path("text").asString()).isEqualTo("Рақмет");
    }

    @Test
    void formFieldsAndQueryParametersAreUnderstood() throws Exception {
        String form = "chat_id=7&text=a+b&reply_markup=%7B%22remove_keyboard%22%3Atrue%7D";
        HttpRequest request = HttpRequest.newBuilder(server.uri("/bot" + RehearsalServer.TOKEN + "/sendMessage"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        assertThat(send(request)).contains("\"text\":\"a b\"");
        assertThat(server.get("/bot" + RehearsalServer.TOKEN + "/sendMessage?chat_id=7&text=query")
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aPhotoComesAsAFile() throws Exception {
        String body = part("chat_id", "7") + part("caption", "Карта")
                + "--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"map.png\"\r\n"
                + "Content-Type: image/png\r\n\r\nPNG\r\n--b--\r\n";
        HttpRequest request = HttpRequest.newBuilder(server.uri("/bot" + RehearsalServer.TOKEN + "/sendPhoto"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        assertThat(send(request))
                .contains("\"caption\":\"\\u041A\\u0430\\u0440\\u0442\\u0430\"")
                .contains("\"file_id\":\"photo");
    }

    @Test
    void tokensAndMethodsThatAreUnknownAreRefusedAsTelegramDoes() {
        assertThat(server.get("/bot123:other/getMe").toString())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(server.get("/botnonsense/getMe").path("error_code").asInt()).isEqualTo(404);
        assertThat(server.call("makeCoffee", "{}").path("description").asString())
                .isEqualTo("Not Found");
        assertThat(server.call("sendMessage", "{\"chat_id\": 7,")
                        .path("error_code")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void aFaultClosesTheConnectionAfterTheMessageWasSent() {
        server.post("/rehearsal/faults", "{\"kind\": \"close\", \"method\": \"sendMessage\", \"times\": 1}");
        assertThatThrownBy(() -> server.call("sendMessage", "{\"chat_id\": 7, \"text\": \"once\"}"))
                .isInstanceOf(UncheckedIOException.class);
        JsonNode messages = server.get("/rehearsal/persons/7/chat").path("messages");
        assertThat(messages.path(messages.size() - 1).path("text").asString()).isEqualTo("once");
        assertThat(server.call("sendMessage", "{\"chat_id\": 7, \"text\": \"twice\"}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aFaultAnswersAStatusWithItsPage() {
        server.post(
                "/rehearsal/faults",
                "{\"kind\": \"status\", \"times\": 1, \"status\": 429, \"retry_after\": 60,"
                        + " \"description\": \"Too Many Requests: retry after 60\"}");
        JsonNode refused = server.call("getMe", "{}");
        assertThat(refused.path("parameters").path("retry_after").asInt()).isEqualTo(60);
        assertThat(server.call("getMe", "{}").path("ok").asBoolean()).isTrue();
    }

    @Test
    void blockingTellsTheBotAndStopsItsMessages() {
        server.post("/rehearsal/persons/7/block", "");
        JsonNode change = server.call("getUpdates", "{\"offset\": -1}")
                .path("result")
                .path(0)
                .path("my_chat_member");
        assertThat(change.path("new_chat_member").path("status").asString()).isEqualTo("kicked");
        JsonNode refused = server.call("sendMessage", "{\"chat_id\": 7, \"text\": \"?\"}");
        assertThat(refused.path("error_code").asInt()).isEqualTo(403);
        assertThat(refused.path("description").asString()).isEqualTo("Forbidden: bot was blocked by the user");
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String send(HttpRequest request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
