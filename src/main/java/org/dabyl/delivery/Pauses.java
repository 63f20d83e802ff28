package org.dabyl.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.dabyl.timetable.MachineTime;
import org.dabyl.timetable.Tick;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * The bots that Telegram told to wait for longer than anybody waits for an answer: what they were to answer is dropped, so somebody
 * has to know.
 */
@Component
public class Pauses implements Tick {

    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final StringRedisTemplate redis;
    private final Fleet fleet;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<BotId, Instant> seen = new ConcurrentHashMap<>();

    Pauses(StringRedisTemplate redis, Fleet fleet, ApplicationEventPublisher events, @MachineTime Clock clock) {
        this.redis = redis;
        this.fleet = fleet;
        this.events = events;
        this.clock = clock;
    }

    /** For how long the bot has to wait, by its last 429; zero for one that need not. */
    public Duration left(BotId bot) {
        Long left = redis.getExpire(bot.key("pause"), TimeUnit.MILLISECONDS);
        return left == null || left < 0 ? Duration.ZERO : Duration.ofMillis(left);
    }

    /** Whether the bot waits for longer than anybody waits for an answer. */
    public boolean contain(BotId bot) {
        return left(bot).compareTo(Slots.PATIENCE) > 0;
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public void tick() {
        fleet.bots().forEach(this::look);
    }

    /** The long pauses that were not over when this was last looked for, and how long they still are. */
    Map<BotId, Duration> now() {
        Map<BotId, Duration> now = new ConcurrentHashMap<>();
        seen.forEach((bot, until) -> now.put(bot, Duration.between(clock.instant(), until)));
        return now;
    }

    private void look(BotId bot) {
        Duration left = left(bot);
        Instant until = clock.instant().plus(left);
        if (left.isZero()) {
            if (seen.remove(bot) != null) {
                LOG.info("Bot {} sends again", bot.value());
            }
        } else if (seen.computeIfPresent(bot, (any, before) -> until) == null && left.compareTo(Slots.PATIENCE) > 0) {
            events.publishEvent(new BotPaused(bot, ends(bot, until)));
            seen.put(bot, until);
            LOG.warn(
                    "Bot {} is told by Telegram to wait for {} s: its calls go out then, its answers are dropped. Do not start "
                            + "it anew, that changes nothing; people who know another bot of the fleet can write to that one.",
                    bot.value(),
                    left.toSeconds());
        }
    }

    /** The same for every instance: by the clock of Redis. */
    private Instant ends(BotId bot, Instant otherwise) {
        String kept = redis.opsForValue().get(bot.key("pause"));
        return kept == null ? otherwise : Instant.ofEpochMilli(Long.parseLong(kept));
    }
}
