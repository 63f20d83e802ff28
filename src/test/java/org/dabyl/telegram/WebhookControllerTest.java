package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Rank;
import org.dabyl.conversation.Said;
import org.dabyl.delivery.Address;
import org.dabyl.delivery.BotId;
import org.dabyl.store.TestRedis;
import org.dabyl.timetable.MachineTime;
import org.dabyl.vault.ChatId;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The way in for Telegram, over real HTTP. */
@Timeout(60)
@ExtendWith({TestRedis.class, OutputCaptureExtension.class})
class WebhookControllerTest {

    private static final String INBOX = "{123456}:inbox";
    private static final String PATH = "/webhook/123456";
    private static final String SECRET = Webhook.of(URI.create("https://example.org"), new Token(FakeBotApi.TOKEN))
            .secret();
    private static final LettuceConnectionFactory NOWHERE = new LettuceConnectionFactory("127.0.0.1", 1);
    private static final Vault VAULT = TestVault.create();
    private static final List<Long> REFUSED = new CopyOnWriteArrayList<>();
    private static final long RESIDENT = 42;
    private static final long STRANGER = 43;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext program;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext withoutRedis;

    private final HttpClient http = HttpClient.newHttpClient();

    /** The webhook alone, without the reception behind it. */
    @EnableConfigurationProperties({TelegramSettings.class, WebhookSettings.class})
    @Import({
        TelegramConfiguration.class,
        TelegramFleet.class,
        WebhookGuard.class,
        WebhookController.class,
        RefusalDesk.class
    })
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    static class Program {

        @Bean
        @MachineTime
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Vault vault() {
            return VAULT;
        }

        @Bean
        Listener listener() {
            return new Listener() {
                @Override
                public void hear(Incoming incoming) {
                    throw new AssertionError("nobody handles what is stored");
                }

                @Override
                public Map<Address, Rank> ranks(Set<Address> people) {
                    return Map.of(new Address(new BotId(123456), VAULT.seal(new ChatId(RESIDENT))), Rank.RESIDENT);
                }

                @Override
                public boolean counts(Incoming incoming, Rank rank) {
                    return incoming.said() instanceof Said.Text text
                            && text.text().startsWith("/start d_");
                }

                @Override
                public boolean refuse(Incoming incoming) {
                    REFUSED.add(incoming.order());
                    return true;
                }
            };
        }
    }

    static class WithRedis {
        @Bean(destroyMethod = "")
        StringRedisTemplate redis() {
            return TestRedis.template();
        }
    }

    static class WithoutRedis {
        @Bean
        StringRedisTemplate redis() {
            return new StringRedisTemplate(NOWHERE);
        }
    }

    @BeforeAll
    static void start() {
        NOWHERE.afterPropertiesSet();
        NOWHERE.start();
        program = run(WithRedis.class);
        withoutRedis = run(WithoutRedis.class);
    }

    private static ConfigurableApplicationContext run(Class<?> redis) {
        return new SpringApplicationBuilder(Program.class, redis)
                .run(
                        "--server.port=0",
                        "--dabyl.bot-token=" + FakeBotApi.TOKEN,
                        "--dabyl.webhook.url=https://example.org",
                        "--dabyl.webhook.body-limit=100KB");
    }

    @AfterAll
    static void stop() {
        program.close();
        withoutRedis.close();
        NOWHERE.destroy();
    }

    @Test
    void anUpdateIsStoredSealedBeforeItIsTaken() {
        assertThat(post(PATH, SECRET, Updates.text(10, 987654321, "at the gate"))
                        .statusCode())
                .isEqualTo(200);

        var fields = Objects.requireNonNull(TestRedis.template().opsForStream().range(INBOX, Range.unbounded()))
                .getFirst()
                .getValue();
        assertThat(fields.toString()).doesNotContain("987654321", "gate");
        assertThat(VAULT.open(String.valueOf(fields.get("update")), INBOX + ":10"))
                .contains("at the gate");
    }

    @Test
    void anyInstanceStoresWhoeverReceives() {
        TestRedis.template().opsForValue().set("{123456}:receiver", "another instance");
        assertThat(post(PATH, SECRET, Updates.text(10, 1, "a")).statusCode()).isEqualTo(200);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void anUpdateBroughtTwiceIsStoredOnce() {
        post(PATH, SECRET, Updates.text(10, 1, "a"));
        assertThat(post(PATH, SECRET, Updates.text(10, 1, "a")).statusCode()).isEqualTo(200);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void whoDoesNotKnowTheSecretFindsNothingThere() {
        HttpResponse<String> unknown = post("/nothing/123456", "", "{}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        for (String secret : List.of("", "wrong", SECRET + "x", SECRET.substring(1))) {
            HttpResponse<String> refused = post(PATH, secret, Updates.text(10, 1, "a"));
            assertThat(refused.statusCode()).isEqualTo(404);
            assertThat(timeless(refused.body()).replace(PATH, "/nothing/123456"))
                    .isEqualTo(timeless(unknown.body()));
        }
        assertThat(post("/webhook/7", SECRET, Updates.text(10, 1, "a")).statusCode())
                .isEqualTo(404);
        assertThat(stored()).isZero();
    }

    @Test
    void theSecretIsAskedForBeforeTheBodyIsRead() throws IOException {
        for (String type :
                List.of("application/json", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(program))) {
                // the body that is announced never comes
                String head = "POST " + PATH + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                        + "\r\nContent-Length: 90000\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.setSoTimeout(10_000);
                byte[] answer = socket.getInputStream().readNBytes(12);
                assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 404");
            }
        }
    }

    @Test
    void whatIsTooLargeIsNotStored() {
        assertThat(post(PATH, SECRET, Updates.text(10, 1, "x".repeat(110_000))).statusCode())
                .isEqualTo(413);
        assertThat(post(PATH, SECRET, Updates.text(11, 1, "x".repeat(90_000))).statusCode())
                .isEqualTo(200);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsSetAsideForItWouldComeForEver(CapturedOutput output) {
        for (String body : List.of("", "{", "secret words", "null", "[]", "{\"update_id\":\"x\"}", "{}")) {
            assertThat(post(PATH, SECRET, body).statusCode()).as(body).isEqualTo(200);
        }
        assertThat(stored()).isZero();
        assertThat(output).contains("set aside").doesNotContain("secret words", SECRET, FakeBotApi.TOKEN);
    }

    @Test
    void inACrowdResidentsAreStoredAndStrangersWhoRegister(CapturedOutput output) throws InterruptedException {
        Lanes lanes = program.getBean(Roads.class).of(new BotId(123456));
        Semaphore crowd = new Semaphore(0);
        try {
            for (int i = 0; !lanes.crowded(); i++) {
                lanes.offer(i, crowd::acquireUninterruptibly);
            }
            assertThat(post(PATH, SECRET, Updates.press(40, STRANGER, "a")).statusCode())
                    .isEqualTo(200);
            assertThat(stored()).isZero();
            post(PATH, SECRET, Updates.press(41, RESIDENT, "a"));
            post(PATH, SECRET, Updates.text(42, STRANGER, "/start d_bakay"));
            assertThat(stored()).isEqualTo(2);
        } finally {
            crowd.release(10_000);
            lanes.finish(Duration.ofSeconds(10));
        }
        assertThat(post(PATH, SECRET, Updates.press(43, STRANGER, "a")).statusCode())
                .isEqualTo(200);
        assertThat(stored()).isEqualTo(3);
        assertThat(output).doesNotContain("set aside");
    }

    @Test
    void withoutRedisTelegramIsToldToComeAgain(CapturedOutput output) {
        assertThat(post(port(withoutRedis), PATH, SECRET, Updates.text(10, 987654321, "a"))
                        .statusCode())
                .isEqualTo(503);
        assertThat(output).doesNotContain("987654321");
    }

    @Test
    void whoPressesWithoutRedisIsToldOnceHoweverOftenTelegramBringsIt() {
        REFUSED.clear();
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(post(port(withoutRedis), PATH, SECRET, Updates.press(30, 987654321, "send:1"))
                            .statusCode())
                    .isEqualTo(503);
        }
        assertThat(REFUSED).containsExactly(30L);
        Refusals refusals = withoutRedis.getBean(RefusalDesk.class).of(new BotId(123456));
        assertThat(refusals.contain(
                        new Hearing(VAULT, new BotId(123456)).hear(30, Updates.press(30, 987654321, "send:1"))))
                .as("it is not done later either")
                .isTrue();
    }

    private HttpResponse<String> post(String path, String secret, String body) {
        return post(port(program), path, secret, body);
    }

    private HttpResponse<String> post(int port, String path, String secret, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String timeless(String body) {
        return body.replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }

    private static int port(ConfigurableApplicationContext context) {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static long stored() {
        Long size = TestRedis.template().opsForStream().size(INBOX);
        return size == null ? 0 : size;
    }
}
