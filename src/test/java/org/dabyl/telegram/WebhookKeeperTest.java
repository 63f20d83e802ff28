package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.dabyl.conversation.Listener;
import org.dabyl.delivery.BotId;
import org.dabyl.store.TestRedis;
import org.dabyl.telegram.FakeBotApi.Reply;
import org.dabyl.telegram.Standing.State;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({TestRedis.class, OutputCaptureExtension.class})
class WebhookKeeperTest {

    private final FakeBotApi telegram = new FakeBotApi();
    private final SettableClock clock = new SettableClock();
    private final Bot bot =
            new TelegramFleet(telegram.connection(), clock).all().getFirst();
    private final Lease lease = new Lease(TestRedis.template(), clock, new BotId(123456), Duration.ofSeconds(10));
    private final Webhook webhook = Webhook.of(URI.create("https://example.org"), new Token(FakeBotApi.TOKEN));
    private final Vault vault = TestVault.create();
    private final Listener listener = incoming -> {};
    private final Hearing hearing = new Hearing(vault, bot.id());
    private final Poller poller = new Poller(
            bot,
            lease,
            new Intake(TestRedis.template(), vault, bot.id()),
            new Refusals(hearing, listener),
            new Door(hearing, listener, new Lanes(16, 100)),
            Patient.with(0));
    private final AtomicLong nanos = new AtomicLong();
    private final Inflow inflow = new Inflow(nanos::get);
    private final WebhookKeeper keeper = new WebhookKeeper(bot, lease, webhook, poller, inflow, Patient.with(0));

    @BeforeEach
    void takeTheLease() {
        lease.take();
        info(webhook.url(), "");
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    @Test
    void telegramIsToldWhereWhatAndByWhichSecret() throws Exception {
        keeper.keep();

        JsonNode body = telegram.requests("setWebhook").getFirst().body();
        assertThat(body.path("url").asText()).isEqualTo("https://example.org/webhook/123456");
        assertThat(body.path("secret_token").asText()).isEqualTo(webhook.secret());
        assertThat(body.path("allowed_updates").toString())
                .isEqualTo("[\"message\",\"callback_query\",\"my_chat_member\"]");
        assertThat(body.path("max_connections").asInt()).isEqualTo(40);
        assertThat(body.path("drop_pending_updates").asBoolean(true)).isFalse();
        assertThat(bot.standing().now().state()).isEqualTo(State.READY);
    }

    @Test
    void itIsToldAgainUntilTelegramIsThereAndThenNoMore() throws Exception {
        telegram.reply("setWebhook", new Reply(502, "<html/>"));
        keeper.keep();
        keeper.keep();
        assertThat(bot.standing().now().state()).isEqualTo(State.UNREACHABLE);
        telegram.reply("setWebhook", Reply.ok("true"));
        keeper.keep();
        keeper.keep();
        keeper.keep();

        assertThat(telegram.requests("setWebhook")).hasSize(3);
        assertThat(bot.standing().now().state()).isEqualTo(State.READY);
    }

    @Test
    void onlyWhoHoldsTheLeaseTells() throws Exception {
        lease.lost();
        keeper.keep();
        assertThat(telegram.requests).isEmpty();
    }

    @Test
    void updatesLedElsewhereAreASecurityAlarmAndLedBack(CapturedOutput output) throws Exception {
        keeper.keep();
        info("https://evil.example/steal", "");
        keeper.keep();

        assertThat(output).contains("SECURITY ALARM").doesNotContain("evil.example", webhook.secret());
        assertThat(telegram.requests("setWebhook")).hasSize(2);
    }

    @Test
    void updatesThatTelegramCannotBringAreSaidOnce(CapturedOutput output) throws Exception {
        keeper.keep();
        info(
                webhook.url(),
                ",\"pending_update_count\":3,\"last_error_date\":1750000000,\"last_error_message\":\"words\"");
        keeper.keep();
        keeper.keep();

        assertThat(output.getAll().split("updates wait at Telegram", -1)).hasSize(2);
        assertThat(output).doesNotContain("words");
    }

    @Test
    void inAFloodUpdatesAreAskedForUntilThereIsLess() throws Exception {
        keeper.keep();
        inflow.came(1_000);
        info("", "");
        telegram.text(10, 42, "hi");
        keeper.keep();
        keeper.keep();
        keeper.keep();

        assertThat(telegram.requests("deleteWebhook")).singleElement().satisfies(request -> assertThat(
                        request.body().path("drop_pending_updates").asBoolean(true))
                .isFalse());
        assertThat(telegram.requests("getUpdates")).hasSize(2);
        assertThat(telegram.unconfirmed()).isEmpty();
        assertThat(telegram.requests("setWebhook")).hasSize(1);

        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        info(webhook.url(), "");
        keeper.keep();
        keeper.keep();
        assertThat(telegram.requests("setWebhook")).hasSize(2);
        assertThat(telegram.requests("getUpdates")).hasSize(2);

        inflow.came(1_000);
        keeper.keep();
        keeper.keep();
        assertThat(telegram.requests("deleteWebhook")).hasSize(2);
        assertThat(telegram.requests("getUpdates")).hasSize(3);
    }

    @Test
    void whatWaitsAtTelegramIsAFloodToo() throws Exception {
        keeper.keep();
        info(webhook.url(), ",\"pending_update_count\":999");
        keeper.keep();
        keeper.keep();
        assertThat(telegram.requests("deleteWebhook")).isEmpty();

        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        info(webhook.url(), ",\"pending_update_count\":1000");
        keeper.keep();
        keeper.keep();
        assertThat(telegram.requests("deleteWebhook")).isNotEmpty();
    }

    @Test
    void whileAWebhookCannotBeTakenBackNobodyPollsBesideIt() throws Exception {
        keeper.keep();
        inflow.came(1_000);
        telegram.reply("deleteWebhook", new Reply(502, "<html/>"));
        keeper.keep();
        keeper.keep();

        assertThat(telegram.requests("deleteWebhook")).hasSize(2);
        assertThat(telegram.requests("getUpdates")).isEmpty();
    }

    @Test
    @Timeout(60)
    void asLongAsItCannotBeSetAgainUpdatesAreAskedFor() throws Exception {
        keeper.keep();
        inflow.came(1_000);
        keeper.keep();
        info("", "");
        telegram.reply(
                "setWebhook",
                new Reply(429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":3600}}"));
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        telegram.text(10, 42, "hi");
        keeper.keep();
        keeper.keep();
        keeper.keep();

        assertThat(telegram.requests("setWebhook")).hasSize(2);
        assertThat(telegram.requests("getUpdates")).hasSize(2);
        assertThat(telegram.unconfirmed()).isEmpty();
    }

    @Test
    void whatIsAskedForInAFloodIsSetAgainAfterAFailure() throws Exception {
        keeper.keep();
        inflow.came(1_000);
        keeper.keep();
        info("", "");
        telegram.reply("setWebhook", new Reply(502, "<html/>"));
        nanos.addAndGet(Duration.ofSeconds(11).toNanos());
        keeper.keep();
        telegram.reply("setWebhook", Reply.ok("true"));
        await().until(() -> {
            keeper.keep();
            return telegram.requests("setWebhook").size() == 3;
        });
        info(webhook.url(), "");
        keeper.keep();

        assertThat(telegram.requests("deleteWebhook")).hasSize(1);
        assertThat(telegram.requests("setWebhook")).hasSize(3);
    }

    private void info(String url, String more) {
        telegram.reply("getWebhookInfo", Reply.ok("{\"url\":\"" + url + "\"" + more + "}"));
    }
}
