package org.dabyl.smoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated Telegram's control over HTTP. */
public final class Telegram {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Telegram(int port) {
        base = "http://127.0.0.1:" + port + "/rehearsal";
    }

    void person(long id, String language) {
        post("/persons", Map.of("id", id, "language_code", language));
    }

    /** Hands the bot an update as it is, whatever it holds. */
    public void inject(String update) {
        send(HttpRequest.newBuilder(URI.create(base + "/updates"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(update)));
    }

    /** Arms a trouble; the fields are those of the simulated Telegram's faults. */
    public void fails(Map<String, ?> fault) {
        post("/faults", fault);
    }

    /** Ends all troubles. */
    public void works() {
        send(HttpRequest.newBuilder(URI.create(base + "/faults")).DELETE());
    }

    /** Lets time pass for the whole program, and for its timetable. */
    public void pass(Duration time) {
        post("/clock", Map.of("advance", time.toString()));
    }

    /** The time that people live in. */
    public Instant now() {
        return Instant.parse(get("/clock").path("now").asString());
    }

    /** Lets time pass until half a minute after the next such time in Almaty. */
    public void passTo(DayOfWeek day, LocalTime time) {
        ZonedDateTime now = now().atZone(ZoneId.of("Asia/Almaty"));
        ZonedDateTime then = now.with(time).with(TemporalAdjusters.nextOrSame(day));
        pass(Duration.between(now, then.isAfter(now) ? then : then.plusWeeks(1)).plusSeconds(30));
    }

    /** Does it at one bot of the fleet, by its username; at the first where that is empty. */
    JsonNode post(String path, Map<String, ?> body, String bot) {
        Map<String, Object> named = new HashMap<>(body);
        if (!bot.isEmpty()) {
            named.put("bot", bot);
        }
        return post(path, named);
    }

    /** Reads it at one bot of the fleet. */
    JsonNode get(String path, String bot) {
        return get(path + query(bot));
    }

    static String query(String bot) {
        return bot.isEmpty() ? "" : "?bot=" + bot;
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
