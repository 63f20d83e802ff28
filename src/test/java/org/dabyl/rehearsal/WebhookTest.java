package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "1:a";

    private final SettableClock clock = new SettableClock();
    private final SimulatedTelegram telegram =
            new SimulatedTelegram(clock, Limits.NONE, List.of(new RehearsalBot(TOKEN, "a_bot")));
    private final Person aigul = new Person(7, "Айгүл", "kk", 50);
    private final List<String> brought = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final CountDownLatch another = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final HttpServer server = server();

    @BeforeEach
    void add() {
        telegram.add(aigul);
    }

    @AfterEach
    void close() {
        telegram.release();
        server.stop(0);
    }

    @Test
    void updatesAreBroughtInOrderWithTheSecret() {
        write("before");
        set("\"secret_token\": \"s-1_A\"");
        write("after");

        await().until(() -> brought.size() == 2);
        assertThat(brought.get(0)).startsWith("s-1_A ").contains("before");
        assertThat(brought.get(1)).startsWith("s-1_A ").contains("after");
        await().until(() -> info().path("pending_update_count").asInt() == 0);
    }

    @Test
    void chatsAreBroughtSideBySideAndOneChatInOrder() {
        write("held until another's is here");
        write("behind it");
        write(person(8), "another's");

        set("\"max_connections\": 2");

        await().until(() -> brought.size() == 3);
        assertThat(brought.get(0)).contains("another's\"");
        assertThat(brought.get(1)).contains("held");
        assertThat(brought.get(2)).contains("behind it");
    }

    @Test
    void overOneConnectionAllComeOneByOne() {
        for (int n = 0; n < 50; n++) {
            write(person(100 + n), "a");
        }
        set("\"max_connections\": 1");
        await().until(() -> brought.size() == 50);
        assertThat(atOnce).hasValue(1);
    }

    @Test
    void whatIsNotTakenIsBroughtAgain() {
        refusals.set(2);
        set("\"max_connections\": 3");
        write("a");
        await().until(() -> brought.size() == 3);
        assertThat(brought).containsOnly(brought.getFirst());
        assertThat(info().path("last_error_message").asString()).startsWith("Wrong response");
    }

    @Test
    void onlyTheKindsAskedForAreBrought() {
        set("\"allowed_updates\": [\"my_chat_member\"]");
        write("a");
        telegram.people().block(telegram.bot(null), aigul, true);
        await().until(() -> brought.size() == 1);
        assertThat(brought.getFirst()).contains("my_chat_member");
    }

    @Test
    void pollingIsAConflictUntilTheWebhookIsTakenBack() {
        set("\"max_connections\": 40");
        assertThat(info().path("url").asString()).isEqualTo(url());
        assertThat(call("getUpdates", "{}").path("error_code").asInt()).isEqualTo(409);

        call("deleteWebhook", "{}");

        assertThat(info().path("url").asString()).isEmpty();
        write("a");
        assertThat(call("getUpdates", "{}").path("result").size()).isEqualTo(1);
        assertThat(brought).isEmpty();
    }

    @Test
    void whatWaitsIsDroppedOnlyWhereThatIsAskedFor() {
        write("a");
        call("deleteWebhook", "{\"drop_pending_updates\": false}");
        assertThat(info().path("pending_update_count").asInt()).isEqualTo(1);
        call("deleteWebhook", "{\"drop_pending_updates\": true}");
        assertThat(info().path("pending_update_count").asInt()).isZero();
    }

    @Test
    void aSecretOfOtherCharactersIsRefused() {
        assertThat(set("\"secret_token\": \"a b\"").path("error_code").asInt()).isEqualTo(400);
    }

    private JsonNode set(String more) {
        return call("setWebhook", "{\"url\": \"" + url() + "\", " + more + "}");
    }

    private JsonNode info() {
        return call("getWebhookInfo", "{}").path("result");
    }

    private JsonNode call(String method, String json) {
        return telegram.call(TOKEN, method, new Parameters().with(JSON.readTree(json)))
                .join()
                .body();
    }

    private void write(String text) {
        write(aigul, text);
    }

    private void write(Person person, String text) {
        telegram.people().write(telegram.bot(null), person, text);
    }

    private Person person(long id) {
        Person person = new Person(id, "Person", "ru", 50);
        telegram.add(person);
        return person;
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private void hold() {
        try {
            another.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpServer server() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/hook", exchange -> {
                try (exchange) {
                    int now = running.incrementAndGet();
                    atOnce.accumulateAndGet(now, Math::max);
                    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                    if (body.contains("held")) {
                        hold();
                    }
                    brought.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token") + " " + body);
                    if (body.contains("another's\"")) {
                        another.countDown();
                    }
                    running.decrementAndGet();
                    exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 200, -1);
                }
            });
            http.start();
            return http;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
