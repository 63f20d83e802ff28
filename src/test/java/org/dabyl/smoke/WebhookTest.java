package org.dabyl.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.dabyl.Dabyl;
import org.dabyl.rehearsal.Postbag;
import org.dabyl.rehearsal.RehearsalServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** With an address set, Telegram brings what people say; without it again, the program fetches it again. */
@Timeout(180)
@ExtendWith(OutputCaptureExtension.class)
class WebhookTest {

    private static final long PERSON = 4_000_000_001L;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theWholeProgramWorksByWebhookAndGoesBackToFetching(CapturedOutput log) throws IOException {
        try (RehearsalServer server = RehearsalServer.start("--dabyl.rehearsal.phones=false")) {
            Telegram telegram = new Telegram(server.port());
            telegram.person(PERSON, "en");
            Phone phone = new Phone(telegram, PERSON);
            // said while nobody listens: it must be brought once somebody does
            phone.writes("/start d_duman");
            int port = freePort();

            try (ConfigurableApplicationContext program =
                    start(server, port, "--dabyl.webhook.url=http://127.0.0.1:" + port)) {
                phone.expect("you are registered");
                phone.writes("/status").expect("You are registered");
                phone.presses("30").waitFor("Usually there in 30 min");
                assertThat(info(server)).contains("/webhook/1000001").doesNotContain("rehearsal");
                assertThat(program.isRunning()).isTrue();
            }
            phone.writes("/help");
            try (ConfigurableApplicationContext program = start(server, freePort())) {
                phone.waitFor("/mute");
                await().atMost(Duration.ofSeconds(10)).until(() -> info(server).contains("\"url\":\"\""));
                phone.writes("/status").waitFor("You are registered");
                assertThat(program.isRunning()).isTrue();
            }
        }
        assertThat(log.getAll()).doesNotContain("1000001:rehearsal", String.valueOf(PERSON), "SECURITY ALARM");
    }

    @Test
    void inAFloodUpdatesAreFetchedAndAfterItBroughtAgain(CapturedOutput log) throws IOException {
        try (RehearsalServer server = RehearsalServer.start("--dabyl.rehearsal.phones=false")) {
            Telegram telegram = new Telegram(server.port());
            telegram.person(PERSON, "en");
            Phone phone = new Phone(telegram, PERSON);
            int port = freePort();
            try (ConfigurableApplicationContext program =
                    start(server, port, "--dabyl.webhook.url=http://127.0.0.1:" + port)) {
                phone.writes("/start d_duman").expect("you are registered");
                assertThat(info(server)).contains("/webhook/1000001");

                flood(server.postbag());
                await().atMost(Duration.ofSeconds(60)).until(() -> info(server).contains("\"url\":\"\""));
                phone.writes("/status").waitFor("You are registered");
                flood(server.postbag());
                phone.writes("/help").waitFor("/mute");
                assertThat(info(server)).contains("\"url\":\"\"");

                await().atMost(Duration.ofSeconds(90)).until(() -> info(server).contains("/webhook/1000001"));
                phone.writes("/status").waitFor("You are registered");
                assertThat(program.isRunning()).isTrue();
            }
        }
        assertThat(log.getAll().split("so many updates come", -1)).hasSize(2);
        assertThat(log.getAll()).doesNotContain("SECURITY ALARM");
    }

    private static void flood(Postbag postbag) {
        for (int n = 0; n < 2_500; n++) {
            postbag.add((ObjectNode) new JsonMapper().readTree("""
                    {"message":{"message_id":1,"from":{"id":%1$d,"is_bot":false,"first_name":"x","language_code":"en"},
                    "chat":{"id":%1$d,"type":"private"},"date":1,"text":"hi"}}""".formatted(PERSON + 1 + n % 500)));
        }
    }

    private static String info(RehearsalServer server) {
        return server.call("getWebhookInfo", "{}").path("result").toString();
    }

    private ConfigurableApplicationContext start(RehearsalServer server, int port, String... more) {
        String[] arguments = new String[more.length + 5];
        System.arraycopy(more, 0, arguments, 5, more.length);
        arguments[0] = "--server.port=" + port;
        arguments[1] = "--dabyl.bot-token=" + RehearsalServer.TOKEN;
        arguments[2] = "--dabyl.telegram-api-url=http://127.0.0.1:" + server.port();
        arguments[3] = "--dabyl.data=" + folder.resolve("data");
        arguments[4] = "--dabyl.keyset=" + folder.resolve("keyset.json");
        return SpringApplication.run(Dabyl.class, arguments);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
