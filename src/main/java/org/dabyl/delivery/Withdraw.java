package org.dabyl.delivery;

import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that takes back what a dispatch has not sent on one bot. */
record Withdraw(StringRedisTemplate redis) {

    private static final Script<Long> SCRIPT = Script.beside(Withdraw.class, "withdraw.lua", Long.class);

    /** Withdraws; how many people were taken back now. */
    long run(BotId bot, DispatchId dispatch) {
        return SCRIPT.run(redis, List.of(bot.key("")), dispatch.value(), Launch.KEPT.toMillis());
    }
}
