package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dabyl.conversation.Incoming;
import org.dabyl.conversation.Listener;
import org.dabyl.conversation.Said;
import org.dabyl.delivery.BotId;
import org.dabyl.delivery.BotReady;
import org.dabyl.store.TestRedis;
import org.dabyl.telegram.FakeBotApi.Reply;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.redis.core.StringRedisTemplate;

@Timeout(60)
@ExtendWith(TestRedis.class)
class ReceptionTest {

    private static final BotId BOT = new BotId(123456);

    private final StringRedisTemplate redis = TestRedis.template();
    private final FakeBotApi telegram = new FakeBotApi();
    private final Vault vault = TestVault.create();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final List<Reception> started = new ArrayList<>();
    private final TelegramFleet fleet = new TelegramFleet(telegram.connection(), Clock.systemUTC());

    @AfterEach
    void stop() {
        started.forEach(Reception::stop);
        telegram.close();
    }

    private Reception start(TelegramFleet bots, Listener listener) {
        TelegramSettings settings = new TelegramSettings(null, List.of(), telegram.uri(), true, Duration.ofSeconds(10));
        TelegramMessenger messenger = new TelegramMessenger(bots, vault, settings, events::add);
        Webhooks none = Webhooks.of(null, List.of(), telegram.uri());
        Reception reception = new Reception(
                bots,
                redis,
                vault,
                listener,
                new RefusalDesk(vault, listener),
                messenger,
                events::add,
                Clock.systemUTC(),
                Patient.with(1),
                none,
                new Roads(256, 4_000));
        reception.start();
        started.add(reception);
        return reception;
    }

    @Test
    void whatPeopleWriteIsHeardOnceAndInOrder() {
        start(fleet, this::note);
        IntStream.range(1, 300).forEach(i -> telegram.text(i, 42 + i % 3, "t" + i));

        await().until(() -> heard.size() == 299);
        await().until(() -> telegram.unconfirmed().isEmpty());
        assertThat(heard).doesNotHaveDuplicates();
        List<String> ofOneChat =
                IntStream.range(0, 99).mapToObj(i -> "t" + (3 * i + 1)).toList();
        assertThat(heard.stream().filter(ofOneChat::contains).toList()).isEqualTo(ofOneChat);
    }

    @Test
    void aBotIsReadyOnceTelegramAnswers() {
        AtomicInteger tries = new AtomicInteger();
        telegram.reply(
                "getMe",
                body -> tries.incrementAndGet() < 4
                        ? new Reply(502, "<html/>")
                        : Reply.ok("{\"id\":123456,\"username\":\"dabyl_bot\"}"));

        start(fleet, this::note);

        await().until(() -> events.contains(new BotReady(BOT, "dabyl_bot")));
        assertThat(fleet.username(BOT)).isEqualTo(Optional.of("dabyl_bot"));
        assertThat(events).hasSize(1);
    }

    @Test
    void anotherInstanceTakesOverWhenTheLeaseRunsOut() {
        redis.opsForValue().set("{123456}:receiver", "somebody who died", Duration.ofMillis(1500));
        telegram.text(1, 42, "t");

        start(fleet, this::note);

        await().until(() -> fleet.username(BOT).isPresent());
        assertThat(redis.opsForValue().get("{123456}:receiver")).isEqualTo("somebody who died");
        await().until(() -> heard.contains("t"));
    }

    @Test
    void anotherInstanceTakesOverFromOneThatStops() {
        TelegramFleet second = new TelegramFleet(telegram.connection(), Clock.systemUTC());
        Reception first = start(fleet, incoming -> heard.add("first"));
        telegram.text(1, 42, "a");
        await().until(() -> heard.contains("first"));
        start(second, incoming -> heard.add("second"));

        first.stop();
        telegram.text(2, 42, "b");

        await().until(() -> heard.contains("second"));
        assertThat(heard).containsExactly("first", "second");
    }

    @Test
    void healthTellsHowEachBotStands() {
        TelegramHealth health = new TelegramHealth(fleet);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        start(fleet, this::note);
        await().until(() -> health.health().getDetails().containsValue("ready"));

        telegram.reply("getUpdates", Reply.error(401, "Unauthorized"));
        await().until(() -> health.health().getStatus().equals(Status.DOWN));
        assertThat(health.health().getDetails().toString())
                .contains("bot 123456", "revoked since")
                .doesNotContain("fake-Token");
    }

    @Test
    void hostileUpdatesStallNothing() {
        telegram.add(1, "{\"update_id\":1,\"message\":{\"chat\":{\"id\":1e400,\"type\":\"private\"},\"text\":[]}}");
        telegram.add(2, "{\"update_id\":2,\"message\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
        telegram.add(3, "{\"message\":\"no id\"}");
        telegram.text(4, 42, "x".repeat(1_000_000));
        telegram.add(5, "{\"update_id\":5,\"unheard_of\":{\"a\":null}}");
        telegram.text(6, 42, "fine");

        start(fleet, this::note);

        await().until(() -> heard.contains("fine"));
        await().until(() -> telegram.unconfirmed().isEmpty());
        assertThat(heard).hasSize(2);
    }

    private void note(Incoming incoming) {
        if (incoming.said() instanceof Said.Text text) {
            heard.add(text.text());
        }
    }
}
