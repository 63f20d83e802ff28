package org.dabyl.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** HTTP to the Bot API: each bot has connections of its own, one set for calls and one for the long polls that block. */
final class Wire {

    private static final Duration CALL = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofSeconds(40);

    /** Idle connections that are kept, as many as a bot's messages under way. */
    private static final int KEPT = 256;

    /** What they have in common; the certificates are read once. */
    private final OkHttpClient model = new OkHttpClient.Builder()
            // a retry behind our back sends a message twice; retries belong to the outbox
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .connectTimeout(Duration.ofSeconds(5))
            // the whole call has one time: a watch over each read and write as well costs more than it tells
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            // where calls share a connection (HTTP/2), one that is given up does not tell that the connection is dead
            .pingInterval(Duration.ofSeconds(15))
            .build();

    private final Supplier<URI> api;

    Wire(Supplier<URI> api) {
        this.api = api;
    }

    Api calls(Token token) {
        return new Api(client(CALL), token, api);
    }

    Api polls(Token token) {
        return new Api(client(POLL), token, api);
    }

    private OkHttpClient client(Duration longest) {
        return model.newBuilder()
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(KEPT, 1, TimeUnit.MINUTES))
                .callTimeout(longest)
                .build();
    }
}
