package org.dabyl.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that gives slots of answers, boards and edits back. */
record Release(StringRedisTemplate redis, DeliverySettings settings) {

    private static final Script<Long> SCRIPT = Script.beside(Release.class, "release.lua", Long.class);

    /**
     * What became of the call in a slot.
     *
     * @param credit microseconds by which the slot may be free earlier
     * @param pause how long the bot was told to wait
     * @param answered whether Telegram answered at all
     */
    record Used(String slot, long credit, Duration pause, boolean answered) {}

    /** Gives slots back; the bot pauses and slows down where it was told to wait. */
    long run(BotId bot, List<Used> slots) {
        List<Object> arguments = new ArrayList<>(List.of(settings.broadcastRate()));
        for (Used slot : slots) {
            arguments.addAll(List.of(slot.slot(), slot.credit(), slot.pause().toMillis(), slot.answered() ? 1 : 0));
        }
        return SCRIPT.run(redis, List.of(bot.key("")), arguments.toArray());
    }
}
