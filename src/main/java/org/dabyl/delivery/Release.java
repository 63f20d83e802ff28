package org.dabyl.delivery;

import java.time.Duration;
import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that gives an answer's slot of the pace back. */
record Release(StringRedisTemplate redis, DeliverySettings settings) {

    private static final Script<Long> SCRIPT = Script.beside(Release.class, "release.lua", Long.class);

    /** Gives a slot back; the bot pauses and slows down where it was told to wait. */
    void run(BotId bot, String slot, long credit, Duration pause) {
        run(bot, slot, credit, pause, true);
    }

    /** The same; {@code answered} is whether Telegram answered at all. */
    void run(BotId bot, String slot, long credit, Duration pause, boolean answered) {
        SCRIPT.run(
                redis,
                List.of(bot.key("")),
                slot,
                credit,
                pause.toMillis(),
                settings.broadcastRate(),
                answered ? 1 : 0);
    }
}
