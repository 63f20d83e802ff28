package org.dabyl.delivery;

import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The steps that take back what dispatches have not sent on one bot. */
record Withdraw(StringRedisTemplate redis) {

    private static final Script<Long> SCRIPT = Script.beside(Withdraw.class, "withdraw.lua", Long.class);
    private static final Script<Long> ALL = Script.beside(Withdraw.class, "withdraw-all.lua", Long.class);

    /** Withdraws; how many people were taken back now. */
    long run(BotId bot, DispatchId dispatch) {
        return SCRIPT.run(redis, List.of(bot.key("")), dispatch.value(), Launch.KEPT.toMillis());
    }

    /** The same with all that were launched and whose names begin so. */
    long all(BotId bot, String beginning, boolean uncall) {
        return ALL.run(redis, List.of(bot.key("")), beginning, uncall ? 1 : 0);
    }
}
