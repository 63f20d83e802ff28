package org.dabyl.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A Bot API server over real HTTP, below the path /hidden; updates are kept and confirmed as Telegram's server does. */
final class FakeBotApi implements AutoCloseable {

    static final String TOKEN = "123456:fake-Token_1";

    /** A request as it came. */
    record Request(String token, String method, JsonNode body) {}

    /** An answer: an HTTP status and its body. */
    record Reply(int status, String body) {
        static Reply ok(String result) {
            return new Reply(200, "{\"ok\":true,\"result\":" + result + "}");
        }

        static Reply error(int code, String description) {
            return new Reply(
                    code, "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
        }
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Function<JsonNode, Reply>> replies = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, String> updates = new ConcurrentSkipListMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final HttpServer server;
    private long tail;

    FakeBotApi() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hidden/bot", this::serve);
        server.start();
        reply("getMe", body -> Reply.ok("{\"id\":123456,\"is_bot\":true,\"username\":\"dabyl_bot\"}"));
        reply("getUpdates", this::updates);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hidden");
    }

    Connection connection() {
        return new Connection(List.of(new Token(TOKEN)), this::uri);
    }

    /** From now on this method answers so. */
    void reply(String method, Function<JsonNode, Reply> reply) {
        replies.put(method, reply);
    }

    void reply(String method, Reply reply) {
        reply(method, body -> reply);
    }

    /** As Telegram does by itself. */
    void replyUpdates() {
        reply("getUpdates", this::updates);
    }

    /** Keeps an update until it is confirmed. */
    void add(long id, String update) {
        lock.lock();
        try {
            updates.put(id, update);
            tail = id + 1;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A person writes. */
    void text(long id, long chat, String text) {
        add(id, Updates.text(id, chat, text));
    }

    List<Request> requests(String method) {
        return requests.stream().filter(r -> r.method().equals(method)).toList();
    }

    /** Ids that nobody has confirmed. */
    List<Long> unconfirmed() {
        return List.copyOf(updates.keySet());
    }

    private Reply updates(JsonNode body) {
        long left = TimeUnit.SECONDS.toNanos(body.path("timeout").asLong(0));
        lock.lock();
        try {
            long offset = body.path("offset").asLong(0);
            // a server asked from far above its queue answers from the queue's head
            if (offset > 0 && offset <= tail + 10) {
                updates.headMap(offset).clear();
            }
            while (updates.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return Reply.ok(updates.values().stream()
                    .limit(body.path("limit").asLong(100))
                    .collect(Collectors.joining(",", "[", "]")));
        } catch (InterruptedException e) {
            return Reply.error(500, "interrupted");
        } finally {
            lock.unlock();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI()
                    .getPath()
                    .substring("/hidden/bot".length())
                    .split("/", 2);
            byte[] sent = exchange.getRequestBody().readAllBytes();
            // a form with a file is kept as its text
            boolean form = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
                    .startsWith("multipart/");
            JsonNode body = form ? TextNode.valueOf(new String(sent, StandardCharsets.UTF_8)) : json.readTree(sent);
            requests.add(new Request(path[0], path[1], body));
            Reply reply = replies.getOrDefault(path[1], b -> Reply.ok("true")).apply(body);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Every token that was used. */
    List<String> tokens() {
        return new ArrayList<>(requests.stream().map(Request::token).distinct().toList());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
