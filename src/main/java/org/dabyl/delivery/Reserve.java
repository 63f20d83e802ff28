package org.dabyl.delivery;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that takes slots of the pace for answers, boards or edits. */
record Reserve(StringRedisTemplate redis, DeliverySettings settings) {

    /** Longer than any call takes: an answer whose process died holds its slot for so long. */
    private static final Duration HELD = Duration.ofSeconds(20);

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(Reserve.class, "reserve.lua", List.class);

    /**
     * In whose turn: answers before everything; boards before calls; newcomers' after other answers; edits after everything, unless
     * they have waited for long; what clears chats after everything. VITAL is an answer that goes out also while the bot is locked.
     */
    enum Rank {
        VITAL,
        ANSWER,
        NEWCOMER,
        BOARD,
        EDIT,
        CLEAR;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What was said.
     *
     * @param slots how many slots, the first of those that were wanted
     * @param next how long to wait before asking again, where none was granted
     */
    record Reserved(int slots, boolean paused, Duration next) {

        boolean granted() {
            return slots > 0;
        }
    }

    Reserved run(BotId bot, String slot) {
        return run(bot, slot, Rank.ANSWER, Duration.ZERO);
    }

    /** Takes a slot under a name of the caller's making, where one is free for this rank. */
    Reserved run(BotId bot, String slot, Rank rank, Duration waited) {
        return run(bot, List.of(slot), rank, waited);
    }

    /** Takes as many of these slots as are free for this rank. */
    Reserved run(BotId bot, List<String> slots, Rank rank, Duration waited) {
        List<Object> arguments = new ArrayList<>(List.of(
                settings.broadcastRate(),
                HELD.toMillis(),
                rank.tag(),
                waited.toMillis(),
                settings.rate(),
                settings.paid() ? 1 : 0));
        arguments.addAll(slots);
        List<?> answer = SCRIPT.run(redis, List.of(bot.key("")), arguments.toArray());
        long said = Long.parseLong((String) answer.getLast());
        return answer.getFirst().equals("granted")
                ? new Reserved((int) said, false, Duration.ZERO)
                : new Reserved(0, answer.getFirst().equals("paused"), Duration.of(said, ChronoUnit.MICROS));
    }
}
