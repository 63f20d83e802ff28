package org.dabyl.delivery;

import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that reads how far dispatches have come on one bot. */
record ReadProgress(StringRedisTemplate redis) {

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(ReadProgress.class, "progress.lua", List.class);

    /** Reads; {@link Progress#NONE} where the dispatch is not known. */
    Progress run(BotId bot, DispatchId dispatch) {
        return run(bot, dispatch.value(), false);
    }

    /** The same of all whose names begin so, together. */
    Progress all(BotId bot, String beginning) {
        return run(bot, beginning, true);
    }

    private Progress run(BotId bot, String name, boolean all) {
        List<?> answer = SCRIPT.run(redis, List.of(bot.key("")), name, all ? 1 : 0);
        if (answer.isEmpty()) {
            return Progress.NONE;
        }
        long[] sums = answer.stream().mapToLong(Long.class::cast).toArray();
        return new Progress(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7]);
    }
}
