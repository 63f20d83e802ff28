package org.dabyl.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, part of a page, style, script and picture says what a browser may do with it; {@link PageTest} has one obey. */
@SuppressWarnings("NullAway.Init")
class SafeHeadersTest {

    private static RehearsalServer server;

    @BeforeAll
    static void start() {
        server = RehearsalServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/rehearsal/guide",
                "/rehearsal/crowd",
                "/rehearsal/statistics",
                "/rehearsal/pictures/none",
                "/rehearsal/look/rehearsal.css",
                "/webjars/htmx.org/2.0.8/dist/htmx.min.js"
            })
    void theBrowserIsToldWhatItMayDo(String path) throws IOException, InterruptedException {
        HttpHeaders headers = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.discarding())
                .headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "http", "*", "data:");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    }
}
