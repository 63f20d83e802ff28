package org.dabyl.telegram;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;

/** HTTP to the Bot API, shared by all bots: one client for calls, one for the long polls that block. */
final class Wire {

    // OkHttp's default of 5 a host would make a burst of sends queue in front of Telegram
    private static final int REQUESTS = 512;

    private final OkHttpClient calls;
    private final OkHttpClient polls;

    Wire(Supplier<URI> api) {
        calls = client(api, Duration.ofSeconds(15));
        polls = client(api, Duration.ofSeconds(40));
    }

    Api calls(Token token) {
        return new Api(new OkHttpTelegramClient(Json.UPDATES, calls, token.value(), TelegramUrl.DEFAULT_URL));
    }

    Api polls(Token token) {
        return new Api(new OkHttpTelegramClient(Json.UPDATES, polls, token.value(), TelegramUrl.DEFAULT_URL));
    }

    /** Breaks off the long polls; what they would have brought stays unconfirmed and comes again. */
    void hangUp() {
        polls.dispatcher().cancelAll();
    }

    private static OkHttpClient client(Supplier<URI> api, Duration longest) {
        Dispatcher dispatcher = new Dispatcher(new InPlace());
        dispatcher.setMaxRequests(REQUESTS);
        dispatcher.setMaxRequestsPerHost(REQUESTS);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(REQUESTS, 1, TimeUnit.MINUTES))
                // a retry behind our back sends a message twice; retries belong to the outbox
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(longest)
                .writeTimeout(Duration.ofSeconds(10))
                .callTimeout(longest)
                .addInterceptor(chain -> proceed(chain, api))
                .build();
    }

    /** Sends the request where the Bot API really is; the library's address knows no path in front of the token. */
    private static Response proceed(Interceptor.Chain chain, Supplier<URI> api) throws IOException {
        HttpUrl base = base(api);
        HttpUrl.Builder url = base.newBuilder();
        chain.request().url().encodedPathSegments().forEach(url::addEncodedPathSegment);
        return chain.proceed(chain.request().newBuilder().url(url.build()).build());
    }

    private static HttpUrl base(Supplier<URI> api) throws IOException {
        try {
            String address = api.get().toString();
            return HttpUrl.get(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        } catch (IllegalArgumentException | IllegalStateException e) {
            // anything but an IOException would end up in the thread's handler, and so in the log
            throw new IOException("the Bot API's address is not known");
        }
    }
}
