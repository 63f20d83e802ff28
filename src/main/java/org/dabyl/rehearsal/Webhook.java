package org.dabyl.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where one bot wants its updates brought. Those of one chat are brought one by one, in order, chats side by side over as many
 * connections as were asked for; each again after a growing wait until it is taken by an answer of 2xx. Unlike at Telegram, whatever
 * is behind the next {@value #BATCH} waits for all of them. As a Bot API server of one's own does, it takes http.
 */
final class Webhook {
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{0,256}");
    private static final long SHORTEST_WAIT_MS = 200;
    private static final long LONGEST_WAIT_MS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BATCH = 100;
    private static final int MOST_CONNECTIONS = 100;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** What was asked for; no kinds stand for all. */
    private record Target(URI url, String secret, int connections, List<String> kinds) {}

    private volatile UpdateQueue updates;
    private volatile @Nullable Target target;
    private volatile long lastError;
    private volatile String lastErrorMessage = "";
    private @Nullable Thread carrier;

    Webhook(UpdateQueue updates) {
        this.updates = updates;
    }

    boolean active() {
        return target != null;
    }

    /** From now on brings the updates of this queue. */
    void renew(UpdateQueue queue) {
        updates = queue;
    }

    /** Sets it, or takes it back where the url is empty; {@code seconds} is the time. */
    synchronized void set(Parameters p, LongSupplier seconds) {
        String url = p.text("url").orElse("");
        String secret = p.text("secret_token").orElse("");
        if (!url.isEmpty() && !url.matches("https?://[^/]+.*")) {
            throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!SECRET.matcher(secret).matches()) {
            throw Refusal.badRequest("secret token contains unallowed characters");
        }
        delete(p);
        if (!url.isEmpty()) {
            List<String> kinds = p.json("allowed_updates").stream()
                    .flatMap(JsonNode::valueStream)
                    .map(JsonNode::asString)
                    .toList();
            int connections = Math.clamp(p.number("max_connections", 40), 1, MOST_CONNECTIONS);
            Target now = new Target(URI.create(url), secret, connections, kinds);
            target = now;
            carrier = Thread.ofVirtual().name("rehearsal webhook").start(() -> carry(now, seconds));
        }
    }

    synchronized void delete(Parameters p) {
        stop();
        lastError = 0;
        if (p.flag("drop_pending_updates")) {
            updates.drop();
        }
    }

    /** Brings nothing more; what is on its way is not waited for. */
    synchronized void stop() {
        target = null;
        if (carrier != null) {
            carrier.interrupt();
            carrier = null;
        }
    }

    ObjectNode info() {
        Target now = target;
        ObjectNode json = Shapes.object()
                .put("url", now == null ? "" : now.url.toString())
                .put("has_custom_certificate", false)
                .put("pending_update_count", updates.size());
        if (now != null) {
            json.put("max_connections", now.connections);
            ArrayNode kinds = json.putArray("allowed_updates");
            now.kinds.forEach(kinds::add);
        }
        if (now != null && lastError > 0) {
            json.put("last_error_date", lastError).put("last_error_message", lastErrorMessage);
        }
        return json;
    }

    private void carry(Target to, LongSupplier seconds) {
        try (ExecutorService connections = Executors.newFixedThreadPool(
                to.connections,
                Thread.ofVirtual().name("rehearsal webhook connection").factory())) {
            long confirmed = 0;
            while (active() && !Thread.currentThread().isInterrupted()) {
                List<JsonNode> batch =
                        updates.poll(confirmed, BATCH, 1, seconds.getAsLong()).join();
                if (!batch.isEmpty()) {
                    connections.invokeAll(ways(to, batch, seconds));
                    confirmed = batch.getLast().path("update_id").asLong() + 1;
                }
            }
        } catch (InterruptedException | CompletionException e) {
            // set anew or taken back
            Thread.currentThread().interrupt();
        }
    }

    /** One for each chat. */
    private List<Callable<Boolean>> ways(Target to, List<JsonNode> batch, LongSupplier seconds) {
        return batch.stream()
                .collect(Collectors.groupingBy(Webhook::chat, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .<Callable<Boolean>>map(updates -> () -> {
                    for (JsonNode update : updates) {
                        bring(to, update, seconds);
                    }
                    return true;
                })
                .toList();
    }

    /** That of the update; a person's for a press, which has the same number where they are alone with the bot. */
    private static long chat(JsonNode update) {
        JsonNode what =
                update.valueStream().filter(JsonNode::isObject).findFirst().orElse(update);
        return (what.has("chat") ? what.path("chat") : what.path("from"))
                .path("id")
                .asLong();
    }

    private void bring(Target to, JsonNode update, LongSupplier seconds) throws InterruptedException {
        boolean wanted = to.kinds.isEmpty() || to.kinds.stream().anyMatch(update::has);
        for (long wait = SHORTEST_WAIT_MS; wanted && !taken(to, update); wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
            lastError = seconds.getAsLong();
            Thread.sleep(wait);
        }
    }

    private boolean taken(Target to, JsonNode update) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to.url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(update.toString()));
        if (!to.secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", to.secret);
        }
        try {
            int status = HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            lastErrorMessage = "Wrong response from the webhook: " + status;
            return status >= 200 && status < 300;
        } catch (IOException e) {
            lastErrorMessage = "Connection refused";
            return false;
        }
    }
}
