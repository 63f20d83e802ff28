package org.dabyl.delivery;

import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that reads how far a dispatch has come on one bot. */
record ReadProgress(StringRedisTemplate redis) {

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(ReadProgress.class, "progress.lua", List.class);

    /** Reads; {@link Progress#NONE} where the dispatch is not known. */
    Progress run(BotId bot, DispatchId dispatch) {
        List<?> answer = SCRIPT.run(redis, List.of(bot.key("")), dispatch.value());
        if (answer.isEmpty()) {
            return Progress.NONE;
        }
        long[] sums = answer.stream().mapToLong(Long.class::cast).toArray();
        return new Progress(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7]);
    }
}
