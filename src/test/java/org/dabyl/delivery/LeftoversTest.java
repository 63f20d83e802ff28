package org.dabyl.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.dabyl.store.Contents;
import org.dabyl.store.TestRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.data.redis.core.RedisCallback;

/** A bot out of service claims nothing: whom it was to write to must not be kept by the dispatches that come after. */
@ExtendWith(TestRedis.class)
class LeftoversTest {

    private final TestBot bot = new TestBot();
    private final Leftovers leftovers = new Leftovers(bot.redis, bot);
    private final Instant now = Instant.EPOCH;

    @Test
    void whoWasToBeWrittenToInADispatchThatIsLongOverIsForgotten() {
        overSince(Duration.ofHours(51));
        bot.redis.opsForHash().put(TestBot.key("owed"), bot.chat(3).value(), "a1.gone|1| a2.gone|2|");
        assertThat(leftovers.overdue(now)).isEqualTo(2);

        leftovers.purge(now);

        assertThat(leftovers.overdue(now)).isZero();
        assertThat(Contents.read())
                .doesNotContain(
                        bot.chat(1).value(), bot.chat(2).value(), bot.chat(3).value());
    }

    @Test
    void whoIsStillToBeWrittenToStays() {
        bot.register("d", 1, 2);
        bot.launch("d");
        bot.claimOne();
        bot.settle.run(TestBot.ID, Settle.Booking.unknown(bot.claimOne(), Duration.ofSeconds(1), 0));
        bot.redis
                .opsForHash()
                .put(TestBot.key("owed"), bot.chat(3).value(), "a1.gone|1| " + TestBot.CALL.value() + "|2|");

        leftovers.purge(now);

        assertThat(bot.count()).allMatch(Count.Counted::balanced);
        assertThat(bot.progress()).isEqualTo(new Progress(2, 0, 1, 1, 0, 0, 0, 0));
        assertThat(bot.redis.opsForHash().size(TestBot.key("owed"))).isEqualTo(1);
    }

    @Test
    void whoIsHastenedAfterAnOutageStays() {
        bot.register("d", 1, 8);
        bot.launch("d");
        for (Lease lease : bot.claim()) {
            bot.settle.run(TestBot.ID, Settle.Booking.unknown(lease, Duration.ofSeconds(30), 0));
        }
        bot.hasten();

        assertThat(leftovers.overdue(now)).isZero();
        leftovers.purge(now);

        assertThat(bot.progress()).isEqualTo(new Progress(8, 0, 0, 8, 0, 0, 0, 0));
        assertThat(bot.count()).allMatch(Count.Counted::balanced);
        assertThat(bot.claim()).hasSize(8);
    }

    /** One is leased and one tried again in a dispatch of which nothing else is left. */
    private void overSince(Duration time) {
        Long redis = bot.redis.execute(
                (RedisCallback<Long>) connection -> connection.serverCommands().time(TimeUnit.MILLISECONDS));
        double due = Objects.requireNonNull(redis) - time.toMillis();
        bot.redis
                .opsForZSet()
                .add(TestBot.key("leases"), "a1.gone|" + bot.chat(1).value() + "|1", due);
        bot.redis
                .opsForZSet()
                .add(TestBot.key("retries:call"), "a1.gone|" + bot.chat(2).value() + "|2", due);
    }
}
