package org.dabyl.telegram;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * The Bot API in the name of one bot: a request goes out once, on the thread of the caller, and an answer comes back; nothing is
 * thrown.
 *
 * <p>The library's own client fails on a field of an answer that it does not expect. A message that was sent would then look like
 * one that was not, and be sent again for ever. It also takes twice the processor time.
 */
final class Api {

    static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient client;
    private final Token token;
    private final Supplier<URI> api;
    private final Map<Method, HttpUrl> addresses = new ConcurrentHashMap<>();

    private record Method(URI api, String name) {}

    Api(OkHttpClient client, Token token, Supplier<URI> api) {
        this.client = client;
        this.token = token;
        this.api = api;
    }

    /** Calls by the method's documented name: the library's is in lower case, which only Telegram's own server takes. */
    Answer call(BotApiMethod<?> request) {
        String name = request.getClass().getSimpleName();
        return call(Character.toLowerCase(name.charAt(0)) + name.substring(1), request);
    }

    /** Calls a method with any JSON body; an interrupted thread stays interrupted. */
    Answer call(String method, Object body) {
        try {
            return send(method, RequestBody.create(Json.UPDATES.writeValueAsBytes(body), JSON));
        } catch (IOException e) {
            return Answer.NONE;
        }
    }

    /** The same with a body of any kind, e.g. a form with a file. */
    Answer call(String method, RequestBody body) {
        try {
            return send(method, body);
        } catch (IOException e) {
            // not logged: its message may carry the address, and that carries the token
            return Answer.NONE;
        }
    }

    /** Breaks off what is under way. */
    void hangUp() {
        client.dispatcher().cancelAll();
    }

    private Answer send(String method, RequestBody body) throws IOException {
        Request request = new Request.Builder().url(address(method)).post(body).build();
        try (Response response = client.newCall(request).execute()) {
            return response.body() == null
                    ? Answer.NONE
                    : Answer.read(response.body().bytes());
        }
    }

    private HttpUrl address(String method) throws IOException {
        try {
            return addresses.computeIfAbsent(new Method(api.get(), method), this::address);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // its message may carry the address
            throw new IOException("the Bot API's address is not known");
        }
    }

    /** The Bot API may lie below a path of its own. */
    private HttpUrl address(Method method) {
        String base = method.api.toString();
        return HttpUrl.get(base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
                .newBuilder()
                .addPathSegment("bot" + token.value())
                .addPathSegment(method.name)
                .build();
    }
}
