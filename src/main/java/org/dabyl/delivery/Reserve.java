package org.dabyl.delivery;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that takes a slot of the pace for one answer, board or edit. */
record Reserve(StringRedisTemplate redis, DeliverySettings settings) {

    /** Longer than any call takes: an answer whose process died holds its slot for so long. */
    private static final Duration HELD = Duration.ofSeconds(20);

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(Reserve.class, "reserve.lua", List.class);

    /** In whose turn: answers before everything; boards before calls; newcomers' after other answers; edits after everything, unless they have waited for long. */
    enum Rank {
        ANSWER,
        NEWCOMER,
        BOARD,
        EDIT;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was said.
     *
     * @param next how long to wait before asking again, where it was not granted
     */
    record Reserved(boolean granted, boolean paused, Duration next) {}

    Reserved run(BotId bot, String slot) {
        return run(bot, slot, Rank.ANSWER, Duration.ZERO);
    }

    /** Takes a slot under a name of the caller's making, where one is free for this rank. */
    Reserved run(BotId bot, String slot, Rank rank, Duration waited) {
        List<?> answer = SCRIPT.run(
                redis,
                List.of(bot.key("")),
                slot,
                settings.broadcastRate(),
                HELD.toMillis(),
                rank.tag(),
                waited.toMillis(),
                settings.rate(),
                settings.paid() ? 1 : 0);
        return new Reserved(
                answer.getFirst().equals("granted"),
                answer.getFirst().equals("paused"),
                Duration.of(Long.parseLong((String) answer.getLast()), ChronoUnit.MICROS));
    }
}
