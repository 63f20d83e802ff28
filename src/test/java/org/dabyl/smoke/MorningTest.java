package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The morning that the rehearsal plays by itself: the whole program lives through it, a minute a second. */
class MorningTest {

    private static final long CROWD = 8_000_000_000L;
    private static final long ORGANISER = 7_000_002;
    private static final Map<String, String> UNCONFIRMED = Map.of(
            "kk", "ешбір ұйымдастырушы растаған жоқ",
            "ru", "Ни один организатор этого не подтвердил",
            "en", "No organiser has confirmed this");

    private static ConfigurableApplicationContext program;
    private static Telegram telegram;

    @BeforeAll
    static void start() {
        // in a second a chat is told what would come to it in a minute
        program = Town.start("--dabyl.rehearsal.chat-burst=0");
        telegram = new Telegram(Town.port(program));
    }

    @AfterAll
    static void stop() {
        if (program != null) {
            program.close();
        }
    }

    @Test
    void residentsRaiseTheAlertItWidensPeopleComeAndAllHearTheEnd() {
        telegram.post("/persons/" + ORGANISER + "/language", Map.of("language_code", "en"));
        does("/morning", "");
        does("/morning/speed", "speed=60");

        JsonNode called = until(facts -> minute(facts) >= minute("10:48") && told(facts, "ring.around"));
        does("/morning/speed", "speed=0");

        assertThat(guide()).contains("<fieldset disabled");
        assertThat(keys(called))
                .containsSubsequence(
                        "report.aigul", "report.gulnar", "report.dauren", "alert", "ring.neighbours", "ring.around")
                .doesNotContain("confirm");
        assertThat(minute(called, "alert")).isGreaterThanOrEqualTo(minute(called, "report.aigul") + 2);
        assertThat(minute(called, "ring.neighbours")).isGreaterThanOrEqualTo(minute(called, "alert") + 3);
        assertThat(minute(called, "ring.around")).isGreaterThanOrEqualTo(minute(called, "ring.neighbours") + 3);
        everyCardSaysThatNobodyConfirmedIt();
        JsonNode facts = facts();
        assertThat(facts.path("district").asInt()).isEqualTo(3);
        assertThat(facts.path("neighbours").asInt()).isEqualTo(5);
        theBoardCounts(
                "Called: own district, neighbours, larger area",
                facts.path("there").asInt());

        does("/morning/speed", "speed=60");
        JsonNode over = until(now -> now.path("stage").asString().equals("over"));

        assertThat(guide()).contains("step-alert").doesNotContain("<fieldset disabled");
        assertThat(keys(over)).containsSubsequence("confirm", "over", "told", "later", "asked", "home.safe", "end");
        int reached = over.path("district").asInt()
                + over.path("neighbours").asInt()
                + over.path("around").asInt()
                + over.path("city").asInt();
        assertThat(reached).isGreaterThan(200);
        assertThat(over.path("told").asInt() + over.path("blocked").asInt()).isGreaterThanOrEqualTo(reached);
        assertThat(over.path("there").asInt()).isGreaterThan(10);
        assertThat(over.path("home").asInt()).isPositive();
        assertThat(telegram.get("/statistics").path("too_many_requests").asInt())
                .isZero();
    }

    private static void everyCardSaysThatNobodyConfirmedIt() {
        List<String> cards = new ArrayList<>();
        LongStream.range(CROWD, CROWD + 268).forEach(id -> cards.addAll(cards(id)));
        assertThat(cards).hasSizeGreaterThan(20).allSatisfy(text -> assertThat(UNCONFIRMED.values())
                .anyMatch(text::contains));
    }

    /** Those that can be answered in minutes; the welcome asks for minutes too, but not whether one can come. */
    private static List<String> cards(long id) {
        List<String> cards = new ArrayList<>();
        for (JsonNode message : telegram.get("/persons/" + id + "/chat").path("messages")) {
            Seen seen = Seen.of(message);
            if (seen.rows().stream().flatMap(List::stream).anyMatch(button -> button.data()
                    .startsWith("a:"))) {
                cards.add(seen.text());
            }
        }
        return cards;
    }

    private static void theBoardCounts(String called, int there) {
        List<String> said = new ArrayList<>();
        telegram.get("/persons/" + ORGANISER + "/chat")
                .path("messages")
                .forEach(message -> said.add(Seen.of(message).text()));
        assertThat(said).anySatisfy(board -> assertThat(board).contains(called).contains("Coming: "));
        assertThat(there).isPositive();
    }

    private static JsonNode until(Predicate<JsonNode> enough) {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> enough.test(facts()));
        return facts();
    }

    private static JsonNode facts() {
        return telegram.get("/morning/facts");
    }

    private static boolean told(JsonNode facts, String key) {
        return keys(facts).contains(key);
    }

    private static List<String> keys(JsonNode facts) {
        List<String> keys = new ArrayList<>();
        facts.path("lines").forEach(line -> keys.add(line.path("key").asString()));
        return keys;
    }

    private static int minute(JsonNode facts) {
        String time = facts.path("time").asString();
        return time.isEmpty() ? 0 : minute(time);
    }

    private static int minute(JsonNode facts, String key) {
        return facts.path("lines")
                .valueStream()
                .filter(line -> line.path("key").asString().equals(key))
                .map(line -> line.path("time").asString())
                .findFirst()
                .map(MorningTest::minute)
                .orElseThrow();
    }

    private static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    private static String guide() {
        return send(request("/guide").GET().build());
    }

    private static void does(String path, String form) {
        send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + Town.port(program) + "/rehearsal" + path));
    }

    private static String send(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
