package org.dabyl.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rehearsal alone on a port of its own: for tests that need a Telegram over HTTP and nothing else of the program. */
public final class RehearsalServer implements AutoCloseable {
    public static final String TOKEN = "1000001:rehearsal";
    /** What the guide finds as the owner link. */
    static volatile Optional<String> ownerLink = Optional.empty();

    private static final JsonMapper JSON = new JsonMapper();
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    /** Without {@code @Configuration}, so that the program's own component scan passes it over. */
    @ComponentScan
    @AutoConfigurationPackage
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    static class Alone {
        @Bean
        Clock machineClock() {
            return Clock.systemUTC();
        }

        @Bean
        OwnerLink ownerLink() {
            return () -> ownerLink;
        }
    }

    private RehearsalServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts on a free port; settings are written {@code --dabyl.rehearsal.per-second=0}. */
    public static RehearsalServer start(String... settings) {
        String[] arguments = new String[settings.length + 2];
        System.arraycopy(settings, 0, arguments, 0, settings.length);
        arguments[settings.length] = "--dabyl.rehearsal.enabled=true";
        arguments[settings.length + 1] = "--server.port=0";
        return new RehearsalServer(new SpringApplicationBuilder(Alone.class).run(arguments));
    }

    /** Where its first bot's updates lie. */
    public Postbag postbag() {
        return Postbag.of(context);
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    /** Calls a method of the Bot API with a JSON body, and returns the whole envelope. */
    public JsonNode call(String method, String json) {
        return post("/bot" + TOKEN + "/" + method, json);
    }

    /** Sends JSON to an address of this server and returns the JSON of the answer, whatever its status. */
    public JsonNode post(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private JsonNode send(HttpRequest request) {
        try {
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JSON.readTree(body.isEmpty() ? "{}" : body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
