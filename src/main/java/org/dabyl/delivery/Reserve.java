package org.dabyl.delivery;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dabyl.store.Script;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The step that takes a slot of the pace for one answer. */
record Reserve(StringRedisTemplate redis, DeliverySettings settings) {

    @SuppressWarnings("rawtypes")
    private static final Script<List> SCRIPT = Script.beside(Reserve.class, "reserve.lua", List.class);

    /**
     * What was said.
     *
     * @param next how long to wait before asking again, where it was not granted
     */
    record Reserved(boolean granted, boolean paused, Duration next) {}

    /** Takes a slot under a name of the caller's making, where one is free. */
    Reserved run(BotId bot, String slot) {
        List<?> answer = SCRIPT.run(
                redis,
                List.of(bot.key("")),
                slot,
                settings.rate(),
                settings.lease().toMillis());
        return new Reserved(
                answer.getFirst().equals("granted"),
                answer.getFirst().equals("paused"),
                Duration.of(Long.parseLong((String) answer.getLast()), ChronoUnit.MICROS));
    }
}
