package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.dabyl.smoke.Town.town;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dabyl.rehearsal.RehearsalServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

/** With a token nothing is reachable but the webhook, where one is set, and health on a port of its own, where that is opened. */
@Timeout(180)
class ClosedDoorsTest {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");
    private static final List<String> MORE = List.of(
            "/",
            "/index.html",
            "/favicon.ico",
            "/robots.txt",
            "/error",
            "/static/",
            "/login",
            "/rehearsal",
            "/rehearsal/",
            "/rehearsal/look/rehearsal.css",
            "/rehearsal/look/rehearsal.js",
            "/rehearsal/look/bell.svg",
            "/webjars/",
            "/webjars/htmx.org/2.0.8/dist/htmx.min.js",
            "/actuator",
            "/actuator/",
            "/actuator/health",
            "/actuator/env",
            "/actuator/metrics",
            "/actuator/shutdown",
            "/bot1000001:rehearsal/getMe",
            "/webhook",
            "/webhook/",
            "/webhook/7",
            "/webhook/1000001",
            "/webhook/1000001/",
            "/webhook/..%2frehearsal",
            "/webhook/%2e%2e/actuator/health",
            "/webhook/;/rehearsal/statistics",
            "/;/rehearsal/statistics",
            "/%72ehearsal/statistics",
            "/room",
            "/room/x",
            "/WEB-INF/web.xml",
            "/META-INF/MANIFEST.MF");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whateverIsAskedForIsNotThere() throws IOException {
        Set<String> paths = new TreeSet<>(MORE);
        paths.addAll(mappings(town().program()));
        assertThat(paths).as("what the rehearsal has").hasSizeGreaterThan(MORE.size() + 25);
        assertThat(ask(Town.port(town().program()), "GET", "/rehearsal/statistics")
                        .statusCode())
                .isEqualTo(200);

        try (RehearsalServer telegram = RehearsalServer.start();
                ConfigurableApplicationContext program = start(telegram, "--dabyl.webhook.url=https://example.org")) {
            for (String path : paths) {
                for (String method : METHODS) {
                    assertNothingThere(Town.port(program), method, path);
                }
            }
            HttpResponse<String> refused = ask(Town.port(program), "TRACE", "/");
            assertThat(refused.statusCode()).as("what Tomcat itself refuses").isEqualTo(405);
            assertThat(refused.body()).isEmpty();
            assertThat(refused.headers().map()).doesNotContainKeys("content-type", "content-language");
            // and if the doors stood open there would be nothing more
            assertThat(mappings(program)).containsExactly("/webhook/1");
            assertThat(program.getBeanNamesForType(ErrorController.class)).hasSize(1);
            assertThat(program.getEnvironment().getProperty("local.management.port"))
                    .isNull();
        }
    }

    @Test
    @SuppressWarnings("try") // Telegram goes away in the middle
    void healthIsOnAPortOfItsOwnWhereThatIsOpened() throws Exception {
        int port = OwnRedis.freePort();
        try (RehearsalServer telegram = RehearsalServer.start();
                ConfigurableApplicationContext program =
                        start(telegram, "--management.server.port=" + port, "--dabyl.room.url=https://example.org")) {
            HttpResponse<String> health = ask(port, "GET", "/actuator/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("components", "details");
            for (String path : List.of("/", "/rehearsal/", "/actuator/env", "/actuator/beans", "/webhook/1000001")) {
                assertThat(ask(port, "GET", path).statusCode()).as(path).isEqualTo(404);
            }
            assertNothingThere(Town.port(program), "GET", "/actuator/health");
            assertNothingThere(Town.port(program), "POST", "/webhook/1000001");
            for (String path :
                    List.of("/room", "/room/", "/room/p/secret", "/room/boards", "/room/look/room.css", "/roomy")) {
                assertThat(ask(Town.port(program), "GET", path).statusCode())
                        .as(path)
                        .isEqualTo(404);
                assertThat(ask(Town.port(program), "GET", path).body()).as(path).isEmpty();
            }
            assertThat(composeFindsItWell(port)).isTrue();
            telegram.close();
            await().atMost(Duration.ofSeconds(30)).until(() -> !composeFindsItWell(port));
        }
    }

    /** What {@code docker compose ps} shows: the check of docker-compose.yml, on another port. */
    private static boolean composeFindsItWell(int port) throws IOException, InterruptedException {
        Object at = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
        for (String key : List.of("services", "bot", "healthcheck", "test")) {
            at = Objects.requireNonNull(((Map<?, ?>) at).get(key));
        }
        List<String> check = ((List<?>) at).stream().map(String::valueOf).toList();
        List<String> command = check.subList(1, check.size()).stream()
                .map(word -> word.replace("8081", String.valueOf(port)))
                .toList();
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    private void assertNothingThere(int port, String method, String path) {
        HttpResponse<String> answer = ask(port, method, path);
        // 400 for what Tomcat takes for no path
        assertThat(answer.statusCode())
                .as(method + " " + path)
                .isIn(path.contains("%2f") ? List.of(400) : List.of(404));
        assertThat(answer.body()).as(method + " " + path).isEmpty();
        assertThat(answer.headers().map().keySet())
                .isSubsetOf("connection", "content-length", "date", "keep-alive", "transfer-encoding", "vary");
    }

    private HttpResponse<String> ask(int port, String method, String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every path that a controller answers, but for Spring's own error page. */
    private static List<String> mappings(ConfigurableApplicationContext program) {
        return program
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(path -> path.replaceAll("\\{[^}]*}", "1").replace("**", "1"))
                .filter(path -> !path.equals("/error"))
                .distinct()
                .toList();
    }

    private static ConfigurableApplicationContext start(RehearsalServer telegram, String... more) {
        return Town.start(Stream.concat(
                        Stream.of(
                                "--dabyl.bot-token=" + RehearsalServer.TOKEN,
                                "--dabyl.telegram-api-url=http://127.0.0.1:" + telegram.port()),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
