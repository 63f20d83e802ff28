package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith({TestRedis.class, OutputCaptureExtension.class})
class PausesTest {

    private static final String KEY = TestBot.key("pause");

    private final TestBot bot = new TestBot();
    private final List<Object> events = new ArrayList<>();
    private final Pauses pauses = new Pauses(bot.redis, bot, events::add, Clock.systemUTC());
    private final DeliveryHealthIndicator health = new DeliveryHealthIndicator(
            new Audit(bot.redis, bot), new Revocations(Clock.systemUTC()), new DeadEnds(Clock.systemUTC()), pauses);

    @Test
    void aLongPauseIsSaidOnceAndStandsInTheHealthUntilItIsOver(CapturedOutput output) {
        bot.redis.opsForValue().set(KEY, "1234567890123", Duration.ofSeconds(10_000));

        pauses.tick();
        pauses.tick();

        assertThat(pauses.contain(TestBot.ID)).isTrue();
        assertThat(events).containsExactly(new BotPaused(TestBot.ID, Instant.ofEpochMilli(1_234_567_890_123L)));
        assertThat(output.getOut()).containsOnlyOnce("told by Telegram to wait for 99");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().toString()).contains("paused by Telegram for 99");

        bot.redis.delete(KEY);
        pauses.tick();

        assertThat(pauses.left(TestBot.ID)).isZero();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(output.getOut()).contains("sends again");
    }

    @Test
    void aPauseThatAnAnswerOutwaitsIsNoNews() {
        bot.redis.opsForValue().set(KEY, "1234567890123", Duration.ofSeconds(60));

        pauses.tick();

        assertThat(events).isEmpty();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }
}
