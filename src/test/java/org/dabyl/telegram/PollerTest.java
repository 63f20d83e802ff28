package org.dabyl.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dabyl.conversation.Listener;
import org.dabyl.delivery.BotId;
import org.dabyl.store.TestRedis;
import org.dabyl.telegram.FakeBotApi.Reply;
import org.dabyl.telegram.FakeBotApi.Request;
import org.dabyl.telegram.Standing.State;
import org.dabyl.vault.TestVault;
import org.dabyl.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;

@ExtendWith({TestRedis.class, OutputCaptureExtension.class})
class PollerTest {

    private static final BotId BOT = new BotId(123456);
    private static final String INBOX = "{123456}:inbox";

    private final StringRedisTemplate redis = TestRedis.template();
    private final FakeBotApi telegram = new FakeBotApi();
    private final SettableClock clock = new SettableClock();
    private final Vault vault = TestVault.create();
    private final Bot bot =
            new TelegramFleet(telegram.connection(), clock).all().getFirst();
    private final Lease lease = new Lease(redis, clock, BOT, Duration.ofSeconds(10));
    private final Hearing hearing = new Hearing(vault, BOT);
    private final Listener listener = incoming -> {};
    private final Refusals refusals = new Refusals(hearing, listener);
    private Poller poller = poller(redis);

    @BeforeEach
    void takeTheLease() {
        lease.take();
    }

    @AfterEach
    void close() {
        telegram.close();
    }

    private Poller poller(StringRedisTemplate template) {
        return new Poller(
                bot,
                lease,
                new Intake(template, vault, BOT),
                refusals,
                new Door(hearing, listener, new Lanes(16, 100)),
                Patient.with(0));
    }

    @Test
    void aBatchIsStoredBeforeItIsConfirmed() throws Exception {
        telegram.text(10, 42, "hi");

        poller.poll();
        assertThat(stored()).containsExactly(10L);
        assertThat(telegram.unconfirmed()).containsExactly(10L);

        poller.poll();
        assertThat(telegram.unconfirmed()).isEmpty();
        assertThat(polls()).extracting(r -> r.body().path("offset").asLong()).containsExactly(0L, 11L);
    }

    @Test
    void onlyWhatTheProgramReadsIsAskedFor() throws Exception {
        poller.poll();
        JsonNode body = polls().getFirst().body();
        assertThat(body.path("allowed_updates").toString())
                .isEqualTo("[\"message\",\"callback_query\",\"my_chat_member\"]");
        assertThat(body.path("limit").asInt()).isEqualTo(100);
        assertThat(body.has("offset")).isFalse();
    }

    @Test
    void aWebhookOfAnEarlierSettingIsTakenBackOnce() throws Exception {
        telegram.reply("getWebhookInfo", Reply.ok("{\"url\":\"https://example.org/webhook/123456\"}"));
        telegram.text(10, 42, "a");

        poller.poll();
        poller.poll();

        assertThat(telegram.requests("deleteWebhook")).singleElement().satisfies(request -> assertThat(
                        request.body().path("drop_pending_updates").asBoolean(true))
                .isFalse());
        assertThat(stored()).containsExactly(10L);
    }

    @Test
    void aWebhookThatIsSetInTheMiddleIsTakenBack() throws Exception {
        AtomicBoolean hooked = new AtomicBoolean();
        telegram.reply(
                "getWebhookInfo",
                body -> Reply.ok("{\"url\":\"%s\"}".formatted(hooked.get() ? "https://elsewhere.example/" : "")));
        telegram.reply("deleteWebhook", body -> {
            hooked.set(false);
            telegram.replyUpdates();
            return Reply.ok("true");
        });
        poller.poll();

        hooked.set(true);
        telegram.reply("getUpdates", Reply.error(409, "Conflict: can't use getUpdates method while webhook is active"));
        telegram.text(10, 42, "a");
        poller.poll();
        poller.poll();

        assertThat(telegram.requests("deleteWebhook")).hasSize(1);
        assertThat(stored()).containsExactly(10L);
    }

    @Test
    void whereNoWebhookIsSetNoneIsTakenBack() throws Exception {
        telegram.reply("getWebhookInfo", Reply.ok("{\"url\":\"\"}"));
        poller.poll();
        assertThat(telegram.requests("deleteWebhook")).isEmpty();
        assertThat(polls()).hasSize(1);
    }

    @Test
    void nothingIsPolledBeforeTheWebhookIsKnownToBeGone() throws Exception {
        telegram.reply("getWebhookInfo", new Reply(502, "<html/>"));
        poller.poll();
        assertThat(polls()).isEmpty();
    }

    @Test
    void theDatabaseNamesNobody() throws Exception {
        telegram.text(10, 987654321, "we are at the gate");

        poller.poll();

        var fields =
                redis.opsForStream().range(INBOX, Range.unbounded()).getFirst().getValue();
        assertThat(fields.toString()).doesNotContain("987654321", "gate");
        assertThat(vault.open(String.valueOf(fields.get("update")), INBOX + ":10"))
                .contains("we are at the gate");
    }

    @Test
    void aCrashBetweenStoringAndConfirmingLosesAndDoublesNothing() throws Exception {
        telegram.text(10, 42, "a");
        poller.poll();
        telegram.text(11, 42, "b");

        poller = poller(redis);
        poller.poll();
        poller.poll();

        assertThat(stored()).containsExactly(10L, 11L);
        assertThat(telegram.unconfirmed()).isEmpty();
    }

    @Test
    void aReplayedUpdateIsStoredOnce() throws Exception {
        telegram.text(10, 42, "a");
        poller.poll();
        redis.delete("{123456}:offset");
        telegram.text(11, 42, "b");

        poller.poll();

        assertThat(stored()).containsExactly(10L, 11L);
    }

    @Test
    void anIdSeenLongAgoIsAnotherUpdate() throws Exception {
        double dayBefore =
                Clock.systemUTC().instant().minus(Duration.ofHours(25)).getEpochSecond();
        redis.opsForZSet().add("{123456}:seen", "10", dayBefore);
        telegram.text(10, 42, "a");

        poller.poll();

        assertThat(stored()).containsExactly(10L);
    }

    @Test
    void onlyTheNewestIdsAreRemembered() throws Exception {
        double before = Clock.systemUTC().instant().minus(Duration.ofHours(1)).getEpochSecond();
        Set<TypedTuple<String>> many = IntStream.range(1000, 11_005)
                .mapToObj(id -> TypedTuple.of("" + id, before + id * 0.0001))
                .collect(Collectors.toSet());
        redis.opsForZSet().add("{123456}:seen", many);
        telegram.text(99_999, 42, "a");

        poller.poll();

        assertThat(redis.opsForZSet().size("{123456}:seen")).isEqualTo(10_000);
        assertThat(redis.opsForZSet().score("{123456}:seen", "99999")).isNotNull();
        assertThat(redis.opsForZSet().score("{123456}:seen", "1005")).isNull();
    }

    @Test
    void aBatchIsStoredInTheOrderOfItsIds() throws Exception {
        String batch = String.join(",", Updates.text(12, 1, "c"), Updates.text(10, 1, "a"), Updates.text(11, 1, "b"));
        telegram.reply("getUpdates", Reply.ok("[" + batch + "]"));

        poller.poll();

        assertThat(stored()).containsExactly(10L, 11L, 12L);
        assertThat(redis.opsForValue().get("{123456}:offset")).isEqualTo("13");
    }

    @Test
    void idsThatStartAgainLowerDoNotStallTheBot() throws Exception {
        redis.opsForValue().set("{123456}:offset", "500000000");
        telegram.text(100, 42, "after a quiet week");
        poller.poll();
        telegram.text(101, 42, "and more");

        poller.poll();
        poller.poll();

        assertThat(stored()).containsExactly(100L, 101L);
        assertThat(telegram.unconfirmed()).isEmpty();
    }

    @Test
    void theOffsetDiesBeforeAQuietWeekEnds() throws Exception {
        telegram.text(10, 42, "a");
        poller.poll();
        assertThat(redis.getExpire("{123456}:offset"))
                .isBetween(1L, Duration.ofDays(6).toSeconds());
    }

    @Test
    void whatCannotBeReadIsPassedOver(CapturedOutput output) throws Exception {
        String huge = "{\"update_id\":123456789012345678901234567890}";
        String bad = "1,null,[],{\"secret\":1},{\"update_id\":\"7\"},{\"update_id\":-3}," + huge;
        telegram.reply("getUpdates", Reply.ok("[" + bad + "," + Updates.text(20, 1, "a") + "]"));

        poller.poll();

        assertThat(stored()).containsExactly(20L);
        assertThat(redis.opsForValue().get("{123456}:offset")).isEqualTo("21");
        assertThat(output).contains("7 updates could not be read").doesNotContain("secret");
    }

    @Test
    void nestingBeyondReasonIsReadLikeAnythingElse() throws Exception {
        String deep = "[".repeat(3000) + "]".repeat(3000);
        telegram.reply(
                "getUpdates",
                Reply.ok("[{\"update_id\":20,\"message\":" + deep + "},"
                        + Updates.message(21, 42, "\"text\":\"a\",\"new\":" + deep) + "]"));

        poller.poll();

        assertThat(stored()).containsExactly(20L, 21L);
        assertThat(redis.opsForValue().get("{123456}:offset")).isEqualTo("22");
    }

    @Test
    void theOffsetMovesOverABatchWithoutIds() throws Exception {
        redis.opsForValue().set("{123456}:offset", "50");
        telegram.reply("getUpdates", Reply.ok("[{\"message\":{}}]"));
        poller.poll();
        assertThat(redis.opsForValue().get("{123456}:offset")).isEqualTo("51");
    }

    @Test
    void whoLostTheLeaseStoresNothing() throws Exception {
        redis.delete("{123456}:receiver");
        new Lease(redis, clock, BOT, Duration.ofSeconds(10)).take();
        telegram.text(10, 42, "a");

        poller.poll();

        assertThat(stored()).isEmpty();
        assertThat(redis.hasKey("{123456}:offset")).isFalse();
        assertThat(lease.held()).isFalse();
    }

    @Test
    void withoutTheLeaseNobodyPolls() throws Exception {
        lease.lost();
        poller.poll();
        assertThat(polls()).isEmpty();
    }

    @Test
    void withoutRedisNothingIsConfirmed() {
        LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", 1);
        nowhere.afterPropertiesSet();
        nowhere.start();
        poller = poller(new StringRedisTemplate(nowhere));

        for (int poll = 0; poll < 2; poll++) {
            assertThatThrownBy(() -> poller.poll()).isInstanceOf(DataAccessException.class);
        }

        assertThat(polls()).isNotEmpty().noneMatch(poll -> poll.toString().contains("offset"));
        nowhere.destroy();
    }

    @Test
    void aConflictIsASecurityAlarmOnceInTenMinutes(CapturedOutput output) throws Exception {
        telegram.reply("getUpdates", Reply.error(409, "Conflict: terminated by other getUpdates request"));
        holdFor(Duration.ofMinutes(1));

        poller.poll();
        poller.poll();

        assertThat(bot.standing().now().state()).isEqualTo(State.CONFLICT);
        assertThat(output.getAll().split("SECURITY ALARM", -1)).hasSize(2);

        holdFor(Duration.ofMinutes(11));
        poller.poll();
        assertThat(output.getAll().split("SECURITY ALARM", -1)).hasSize(3);
    }

    @Test
    void aConflictWhileTheLeaseChangesIsNone(CapturedOutput output) throws Exception {
        telegram.reply("getUpdates", Reply.error(409, "Conflict: terminated by other getUpdates request"));
        poller.poll();
        assertThat(bot.standing().now().state()).isEqualTo(State.STARTING);
        assertThat(output).doesNotContain("ALARM");
    }

    @Test
    void anOutageIsSaidOnce(CapturedOutput output) throws Exception {
        telegram.reply("getUpdates", new Reply(502, "<html>Bad Gateway</html>"));
        poller.poll();
        poller.poll();
        assertThat(bot.standing().now().state()).isEqualTo(State.UNREACHABLE);
        assertThat(output.getAll().split("cannot be reached", -1)).hasSize(2);

        telegram.replyUpdates();
        poller.poll();
        assertThat(bot.standing().now().state()).isEqualTo(State.READY);
    }

    @Test
    void aRefusedTokenIsSaidWithoutIt(CapturedOutput output) throws Exception {
        telegram.reply("getUpdates", Reply.error(401, "Unauthorized"));
        poller.poll();
        assertThat(bot.standing().now().state()).isEqualTo(State.REVOKED);
        assertThat(output).contains("refuses the token").doesNotContain("fake-Token");
    }

    private void holdFor(Duration time) {
        for (Duration held = Duration.ZERO; held.compareTo(time) < 0; held = held.plusSeconds(9)) {
            clock.advance(Duration.ofSeconds(9));
            lease.take();
        }
    }

    private List<Request> polls() {
        return telegram.requests("getUpdates");
    }

    private List<Long> stored() {
        return redis.opsForStream().range(INBOX, Range.unbounded()).stream()
                .map(entry -> Long.valueOf(String.valueOf(entry.getValue().get("id"))))
                .toList();
    }
}
